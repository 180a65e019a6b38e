/** The command line: parse, wire, exit code. */
@NullMarked
package org.counterpoint.analysis.cli;

import org.jspecify.annotations.NullMarked;

/** Reads runs and JMH's JSON into the model; refuses bad input with file and position. */
@NullMarked
package org.counterpoint.analysis.jmh;

import org.jspecify.annotations.NullMarked;

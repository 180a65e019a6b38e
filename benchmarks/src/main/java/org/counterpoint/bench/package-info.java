/** The measured methods, one line each, and the profilers that add to JMH's JSON. */
@NullMarked
package org.counterpoint.bench;

import org.jspecify.annotations.NullMarked;

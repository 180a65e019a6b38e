/** Pure functions from numbers to intervals and verdicts: no file, no clock, no chart. */
@NullMarked
package org.counterpoint.analysis.stats;

import org.jspecify.annotations.NullMarked;

/** JMH's JSON in; intervals, rankings, charts and a report out. Knows no benchmark by name. */
@NullMarked
package org.counterpoint.analysis;

import org.jspecify.annotations.NullMarked;

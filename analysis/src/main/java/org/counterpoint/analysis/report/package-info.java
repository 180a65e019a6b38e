/** Charts, tables and pages; the only place that knows XChart. */
@NullMarked
package org.counterpoint.analysis.report;

import org.jspecify.annotations.NullMarked;

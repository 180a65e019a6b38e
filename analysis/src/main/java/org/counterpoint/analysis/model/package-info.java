/** What was measured, as records that check themselves on entry. No file, no statistics. */
@NullMarked
package org.counterpoint.analysis.model;

import org.jspecify.annotations.NullMarked;

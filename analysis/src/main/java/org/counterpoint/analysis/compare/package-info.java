/**
 * What two sides say of each other: cells matched, judged as one family, and what follows from that
 * for a gate. Pure functions over the model.
 */
@NullMarked
package org.counterpoint.analysis.compare;

import org.jspecify.annotations.NullMarked;

/**
 * What the system tells of its hardware and of what goes on in it; what it does not tell is absent.
 */
@NullMarked
package org.counterpoint.experiment.machine;

import org.jspecify.annotations.NullMarked;

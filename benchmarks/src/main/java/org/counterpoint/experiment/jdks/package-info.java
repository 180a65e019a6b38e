/** Which JDKs a machine has, which can be measured, and which a run is to measure. */
@NullMarked
package org.counterpoint.experiment.jdks;

import org.jspecify.annotations.NullMarked;

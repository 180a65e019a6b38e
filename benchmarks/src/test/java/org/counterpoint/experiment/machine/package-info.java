@NullMarked
package org.counterpoint.experiment.machine;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.counterpoint.experiment.jdks;

import org.jspecify.annotations.NullMarked;

/** Tests of the reader of YAML. */
@NullMarked
package org.counterpoint.experiment.yaml;

import org.jspecify.annotations.NullMarked;

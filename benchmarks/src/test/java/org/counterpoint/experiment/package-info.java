@NullMarked
package org.counterpoint.experiment;

import org.jspecify.annotations.NullMarked;

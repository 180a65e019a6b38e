/** Which cells, in which order, until when; the journal; the machine; the main job. */
@NullMarked
package org.counterpoint.experiment;

import org.jspecify.annotations.NullMarked;

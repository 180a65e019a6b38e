/**
 * Runs what the documentation and the workflows tell others to run. It needs both jars, and so
 * comes after they are packed: classes that end in IT.
 */
@NullMarked
package org.counterpoint.documentation;

import org.jspecify.annotations.NullMarked;

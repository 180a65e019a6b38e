@NullMarked
package org.counterpoint.bench;

import org.jspecify.annotations.NullMarked;

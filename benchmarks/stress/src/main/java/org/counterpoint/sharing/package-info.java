/** Stress tests of the strategies, the mutex and the mailbox, and the run that judges them. */
@NullMarked
package org.counterpoint.sharing;

import org.jspecify.annotations.NullMarked;

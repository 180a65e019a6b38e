/**
 * The ways of sharing a counter, and the lock and the mailbox under two of them: usable without
 * JMH.
 */
@NullMarked
package org.counterpoint.sharing;

import org.jspecify.annotations.NullMarked;

/** Models of the mutex, the mailbox and the counted handle, and the run that checks them. */
@NullMarked
package org.counterpoint.sharing;

import org.jspecify.annotations.NullMarked;

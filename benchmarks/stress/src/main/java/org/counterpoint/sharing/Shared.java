package org.counterpoint.sharing;

import org.jspecify.annotations.Nullable;

/** The state under the handles' tests: a new value, and its first handle, for each try. */
abstract class Shared {

  /** Stands for what came of a handle: refused, since the value was dropped. */
  static final int REFUSED = -1;

  private static final ArcKind SUBJECT = ArcKind.valueOf(Subject.name(ArcKind.AS_IT_IS));

  final Payload payload = new Payload();
  final Handle first = SUBJECT.create(payload);

  /** Clones the first handle and closes the clone; see {@link #use}. */
  final int cloneAndUse() {
    Handle clone;
    try {
      clone = first.cloneHandle();
    } catch (IllegalStateException e) {
      return REFUSED;
    }
    return use(clone);
  }

  /** 1 if it leads to a living value, 0 if to a dropped one, or {@link #REFUSED}; closes it. */
  static int use(@Nullable Handle handle) {
    if (handle == null) {
      return REFUSED;
    }
    int alive = handle.get().drops() == 0 ? 1 : 0;
    handle.close();
    return alive;
  }

  /** 1 if that was accepted, 0 if it was refused. */
  static int close(Handle handle) {
    try {
      handle.close();
      return 1;
    } catch (IllegalStateException e) {
      return 0;
    }
  }
}

package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Finds the handle of a field that its own class names. */
final class Fields {

  private Fields() {}

  static VarHandle handle(MethodHandles.Lookup owner, String name, Class<?> type) {
    try {
      return owner.findVarHandle(owner.lookupClass(), name, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(owner.lookupClass().getName() + " has no field " + name, e);
    }
  }
}

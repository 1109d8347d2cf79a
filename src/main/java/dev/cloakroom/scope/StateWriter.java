package dev.cloakroom.scope;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.io.OutputStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Writes objects, and none that could not be read back. After one refusal it refuses everything.
 */
final class StateWriter extends ObjectOutputStream {
  private final AllowedTypes types;
  private @Nullable String refusal;

  StateWriter(OutputStream out, AllowedTypes types) throws IOException {
    super(out);
    this.types = types;
    enableReplaceObject(true);
  }

  /** Called once for each object that is written. */
  @Override
  protected Object replaceObject(Object value) throws IOException {
    check(value.getClass());
    if (!(value instanceof Serializable)) {
      refuse(value.getClass(), "is not java.io.Serializable");
    }
    return value;
  }

  /** Called once for each class that is written: those of the objects, and what these extend. */
  @Override
  protected void annotateClass(Class<?> type) throws IOException {
    check(type);
  }

  @Override
  protected void annotateProxyClass(Class<?> type) throws IOException {
    refuse(type, "is a proxy");
  }

  private void check(Class<?> type) throws ObjectStreamException {
    if (refusal != null || !types.permits(type)) {
      refuse(type, "is not among the types it may hold");
    }
  }

  /** The first one is the one to tell: the stream goes on to write the exception itself. */
  private void refuse(Class<?> type, String why) throws ObjectStreamException {
    if (refusal == null) {
      refusal = type.getName() + " " + why;
    }
    throw new InvalidObjectException(refusal);
  }
}

package dev.cloakroom.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one of the application's beans holds, as bytes that only the application's own types can
 * make sense of. Two of the same bytes are equal. Immutable.
 */
public final class BeanState {
  private final byte[] bytes;

  private BeanState(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The state in a copy of these bytes. */
  public static BeanState of(byte[] bytes) {
    return new BeanState(bytes.clone());
  }

  /** A copy of its bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Its bytes, to be read. */
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /** How many bytes it is. */
  public int size() {
    return bytes.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BeanState state && Arrays.equals(bytes, state.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The size only: what a caller does here is nobody else's business. */
  @Override
  public String toString() {
    return "BeanState[" + bytes.length + " bytes]";
  }
}

package dev.cloakroom.scope;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

/**
 * Reads objects of allowed types, and none of others: a class that is not on the list is refused
 * before anything of it is made.
 */
final class StateReader extends ObjectInputStream {
  /** What is written for one element of a collection takes no less than a quarter of a byte. */
  private static final int ELEMENTS_PER_BYTE = 4;

  private static final int SMALL_ARRAY = 1_024;

  private final AllowedTypes types;
  private final ClassLoader loader;
  private final long longestArray;

  /**
   * A reader.
   *
   * @param size how many bytes there are
   * @param loader knows the application's classes
   */
  StateReader(InputStream in, int size, AllowedTypes types, ClassLoader loader) throws IOException {
    super(in);
    this.types = types;
    this.loader = loader;
    this.longestArray = SMALL_ARRAY + (long) ELEMENTS_PER_BYTE * size;
    setObjectInputFilter(this::status);
  }

  private ObjectInputFilter.Status status(ObjectInputFilter.FilterInfo asked) {
    Class<?> type = asked.serialClass();
    if (asked.arrayLength() > longestArray || (type != null && !types.permits(type))) {
      return ObjectInputFilter.Status.REJECTED;
    }
    return type == null ? ObjectInputFilter.Status.UNDECIDED : ObjectInputFilter.Status.ALLOWED;
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass described)
      throws IOException, ClassNotFoundException {
    try {
      return Class.forName(described.getName(), false, loader);
    } catch (ClassNotFoundException primitiveOrGone) {
      return super.resolveClass(described);
    }
  }

  @Override
  protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
    throw new InvalidClassException("a proxy");
  }
}

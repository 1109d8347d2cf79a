package dev.cloakroom.password;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.crypto.MacKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys without which hashes are of no use to whoever has read the table of them: what is hashed is
 * the password's HMAC. Each hash names its key, so that others can be put before it; without its
 * key nothing can be verified by it any more.
 *
 * <p>Thread-safe. Its keys are always the same, unless they follow others that change.
 */
public final class Pepper {
  /** None: passwords are hashed as they are. */
  public static final Pepper NONE = formerly(List.of());

  private static final byte[] NAME = "name".getBytes(US_ASCII);
  private static final byte[] PASSWORD = "password".getBytes(US_ASCII);
  private static final int NAME_BYTES = 9;

  private final Supplier<Keys> keys;

  private Pepper(Supplier<Keys> keys) {
    this.keys = keys;
  }

  /**
   * Those that there are.
   *
   * @param first the name of the one that is put into new hashes; null for none
   */
  private record Keys(Map<String, MacKey> named, @Nullable String first) {}

  private static Pepper of(List<MacKey> keys, @Nullable String first) {
    Map<String, MacKey> named = new LinkedHashMap<>();
    keys.forEach(key -> named.put(nameOf(key), key));
    Keys same = new Keys(named, first);
    return new Pepper(() -> same);
  }

  /**
   * Peppers by keys that are made for nothing else.
   *
   * @param keys one at least; the first is put into new hashes
   */
  public static Pepper of(List<MacKey> keys) {
    return of(keys, nameOf(keys.get(0)));
  }

  /** Puts nothing into new hashes, and verifies those that one of these keys was put into. */
  public static Pepper formerly(List<MacKey> keys) {
    return of(keys, null);
  }

  /** Peppers as the one does that is given at each use: its keys may change. */
  public static Pepper following(Supplier<Pepper> current) {
    return new Pepper(() -> current.get().keys.get());
  }

  private static String nameOf(MacKey key) {
    return Base64.getEncoder().withoutPadding().encodeToString(key.mac(NAME_BYTES, NAME));
  }

  /** The name of the key that new hashes are made with; null for none. */
  @Nullable String first() {
    return keys.get().first();
  }

  /**
   * What is hashed of a password.
   *
   * @param name that of the key, as a hash names it; null for one without
   * @return the same array if there is no key
   * @throws UnusableHashException if there is no such key
   */
  byte[] into(byte[] password, @Nullable String name) throws UnusableHashException {
    if (name == null) {
      return password;
    }
    MacKey key = keys.get().named().get(name);
    if (key == null) {
      throw new UnusableHashException(
          "It was made with a pepper (keyid) whose key is not there: put that back where"
              + " cloakroom.keys.location or cloakroom.keys.secret has it.");
    }
    return key.mac(PASSWORD, password);
  }

  @Override
  public String toString() {
    Keys now = keys.get();
    return "Pepper[first=" + now.first() + ", all=" + now.named().keySet() + "]";
  }
}

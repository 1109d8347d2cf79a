package dev.cloakroom.client;

import dev.cloakroom.http.Answer.Header;
import dev.cloakroom.http.Grammar;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A header that a program gives: what can be sent as it is, and no cookie. */
final class GivenHeader {

  private static final Set<String> CREDENTIALS = credentials();

  /** What says of nobody who he is, whoever reads it. */
  private static final Set<String> HARMLESS = harmless();

  private GivenHeader() {}

  private static Set<String> credentials() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(List.of("Authorization", "Proxy-Authorization"));
    return names;
  }

  private static Set<String> harmless() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(List.of("Accept", "Accept-Language", "Content-Type", "User-Agent"));
    return names;
  }

  /** Whether a header of this name may go to an origin that it was not given for. */
  static boolean isHarmless(String name) {
    return HARMLESS.contains(name);
  }

  /** Whether a header of this name shows who somebody is, beside cookies. */
  static boolean isCredential(String name) {
    return CREDENTIALS.contains(name);
  }

  /**
   * The header.
   *
   * @throws IllegalArgumentException if the name is no token, or {@code Cookie}, or the value is
   *     not printable ASCII
   */
  static Header of(String name, String value) {
    if (name.equalsIgnoreCase("Cookie")) {
      throw new IllegalArgumentException(
          "Give cookies by cookie(name, value): a request has one Cookie header");
    }
    if (!Grammar.isPrintableAscii(value)) {
      throw new IllegalArgumentException("Header " + name + ": its value must be printable ASCII");
    }
    return new Header(name, value);
  }
}

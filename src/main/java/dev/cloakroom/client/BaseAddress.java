package dev.cloakroom.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The address that a client's paths are below, and whose origin is the only one that is shown what
 * it holds of a login.
 *
 * @param uri without query, fragment and a slash at its end
 */
record BaseAddress(URI uri) {
  private static final Pattern WHOLE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

  BaseAddress {
    checked(uri);
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("A base address has no query and no fragment");
    }
    uri = parsed(uri.toString().replaceFirst("/+$", ""));
  }

  /**
   * The address of a target: a path below this one, with or without a slash at its beginning, or a
   * whole address.
   *
   * @throws IllegalArgumentException if it is none, or one that is not of http or https
   */
  URI resolve(String target) {
    if (target.isEmpty() || target.startsWith("/") || target.startsWith("?")) {
      return parsed(uri + target);
    }
    return WHOLE.matcher(target).matches() ? checked(parsed(target)) : parsed(uri + "/" + target);
  }

  /** What the JDK says of a text that is no address repeats it, and it may hold a secret. */
  static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "Not an address: " + e.getReason() + " at index " + e.getIndex());
    }
  }

  private static URI checked(URI uri) {
    boolean web =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    if (!web || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "An address must begin with http:// or https:// and a host name");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "An address must not hold a name or a password: log in by login(name, password)");
    }
    return uri;
  }

  /** Whether an address is of this origin; it is written alike, as a rule. */
  boolean isHome(URI other) {
    boolean alike =
        uri.getScheme().equals(other.getScheme())
            && uri.getRawAuthority().equals(other.getRawAuthority());
    return alike || Origin.of(uri).equals(Origin.of(other));
  }
}

package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Finds keys as MicroProfile JWT has them found (2.1, section 4.2): a relative or absolute path is
 * a file, else a resource of the application; what has a scheme is a URL, of this machine's files
 * or of the application's own resources. What is on the web is fetched elsewhere.
 */
public final class KeyPlace {
  private static final String CLASSPATH = "classpath:";
  private static final int LONGEST = 256 * 1024;

  /** At least two letters, so that {@code C:\keys} is a path. */
  private static final Pattern URL = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*");

  /** No {@code file:} of another host, which Java reads by FTP. */
  private static final Pattern READ =
      Pattern.compile("(?i)(vfs:|bundleresource:|(jar:)?file:(?!//(?!/|localhost/))).*");

  private KeyPlace() {}

  /**
   * The text that a place holds.
   *
   * @param resources where resources are looked up: the application's
   * @throws UnusableKeyException if there is no such file or resource, or it cannot be read
   */
  public static String read(String place, ClassLoader resources) {
    try {
      if (place.startsWith(CLASSPATH)) {
        return resource(place.substring(CLASSPATH.length()), resources);
      }
      if (URL.matcher(place).matches()) {
        return READ.matcher(place).matches() ? opened(place) : refused(place);
      }
      Path file = Path.of(place);
      return Files.isRegularFile(file)
          ? text(place, Files.newInputStream(file))
          : resource(place, resources);
    } catch (IllegalArgumentException malformed) {
      throw unusable(place, "it is no location");
    } catch (IOException unreadable) {
      throw unusable(place, "it cannot be read (" + unreadable.getClass().getSimpleName() + ")");
    }
  }

  private static String resource(String name, ClassLoader resources) throws IOException {
    InputStream in = resources.getResourceAsStream(name.startsWith("/") ? name.substring(1) : name);
    if (in == null) {
      throw unusable(name, "there is no such file and no such resource");
    }
    return text(name, in);
  }

  private static String refused(String place) {
    throw unusable(
        place,
        "no key is read by that scheme. Write an https URL, a file: URL of this machine, a path, or"
            + " classpath: and a resource");
  }

  private static String opened(String place) throws IOException {
    URLConnection connection = URI.create(place).toURL().openConnection();
    connection.setUseCaches(false);
    return text(place, connection.getInputStream());
  }

  private static String text(String place, InputStream opened) throws IOException {
    try (InputStream in = opened) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw unusable(place, "it is longer than " + LONGEST + " bytes");
      }
      return new String(bytes, UTF_8);
    }
  }

  /** The JSON that a text is in base64url, padded or not; any other text as it is. */
  public static String decoded(String text) {
    String digits = text.strip();
    if (PublicKeyText.isPem(text) || digits.startsWith("{")) {
      return text;
    }
    try {
      String json = new String(Base64.getUrlDecoder().decode(digits), UTF_8);
      return json.stripLeading().startsWith("{") ? json : text;
    } catch (IllegalArgumentException notBase64) {
      return text;
    }
  }

  /** What is no place may be a key, even a private one, and is not repeated then. */
  private static UnusableKeyException unusable(String place, String problem) {
    boolean isMaybeKey = place.contains("BEGIN") || PublicKeyText.isMaybeKey(place);
    String shown = isMaybeKey ? "what is written there" : place;
    return new UnusableKeyException(shown, problem, UnusableKeyException.MAKE_A_KEY);
  }
}

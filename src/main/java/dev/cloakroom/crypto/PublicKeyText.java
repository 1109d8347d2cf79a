package dev.cloakroom.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the public keys that a setting gives, as text or by where they are, and reads those in PEM
 * ({@code BEGIN PUBLIC KEY}, RFC 7468 §13).
 */
public final class PublicKeyText {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private static final String BOUNDARY = "-----";

  /** Base64 or hexadecimal digits, with slashes like a path's, and longer than a name. */
  private static final Pattern MAYBE_KEY = Pattern.compile("[A-Za-z0-9+/=_\\s-]{41,}");

  /** What of a key is the same for all of its kind. */
  private static final int SHOWN = 16;

  private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");

  private PublicKeyText() {}

  /**
   * The text itself, or what the file or resource that it names holds.
   *
   * @throws UnusableKeyException if there is no such file or resource, or it cannot be read
   */
  public static String find(String textOrLocation, ClassLoader resources) {
    if (isPem(textOrLocation) || isJson(textOrLocation)) {
      return textOrLocation;
    }
    StringBuilder texts = new StringBuilder();
    files(textOrLocation, resources).forEach(file -> texts.append(file.text()).append('\n'));
    return texts.toString();
  }

  /** What names no file may be a key, even a private one, and is not repeated then. */
  private static List<KeyFiles.KeyFile> files(String location, ClassLoader resources) {
    try {
      return new KeyFiles(resources).read(location);
    } catch (UnusableKeyException e) {
      if (!MAYBE_KEY.matcher(location).matches()) {
        throw e;
      }
      throw new UnusableKeyException(
          location.substring(0, SHOWN) + "…",
          "it is no file, no resource, and neither PEM nor JWK",
          UnusableKeyException.MAKE_A_KEY);
    }
  }

  /** Whether a text holds something in PEM. */
  public static boolean isPem(String text) {
    return text.contains("-----BEGIN ");
  }

  /** Whether a text that names no file may be a key, in PEM without its lines or in JSON. */
  static boolean isMaybeKey(String text) {
    return isJson(text) || MAYBE_KEY.matcher(text).matches();
  }

  private static boolean isJson(String text) {
    return text.stripLeading().startsWith("{");
  }

  /**
   * The public keys of a PEM text; empty if there is none, or something else in it: a block that is
   * cut off, or JSON.
   */
  public static List<PublicKey> pem(String text) {
    String beside = BLOCK.matcher(text).replaceAll("");
    if (beside.contains(BOUNDARY) || beside.contains("{")) {
      return List.of();
    }
    List<PublicKey> keys = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      Optional<PublicKey> key =
          block.group(1).equals("PUBLIC KEY") ? decode(block.group(2)) : Optional.empty();
      if (key.isEmpty()) {
        return List.of();
      }
      keys.add(key.get());
    }
    return keys;
  }

  private static Optional<PublicKey> decode(String body) {
    try {
      X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(body));
      return KINDS.stream().flatMap(kind -> decode(kind, spec).stream()).findFirst();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<PublicKey> decode(String kind, X509EncodedKeySpec spec) {
    try {
      return Optional.of(KeyFactory.getInstance(kind).generatePublic(spec));
    } catch (GeneralSecurityException notOfThisKind) {
      return Optional.empty();
    }
  }
}

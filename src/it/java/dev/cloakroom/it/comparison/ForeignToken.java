package dev.cloakroom.it.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Whoever issues the tokens that MicroProfile JWT verifies: a key, and an issuer's name. */
final class ForeignToken {
  static final String ISSUER = "https://issuer.test";

  /** One of each run, made by whoever asks first: the WARs and the tests. */
  private static final KeyPair KEYS = keys();

  private ForeignToken() {}

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The public half, as PEM. */
  static String publicKey() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(KEYS.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** A token of a caller in the role {@code user}, good for five minutes. */
  static String of(String caller) throws GeneralSecurityException {
    JsonObject header =
        Json.createObjectBuilder().add("alg", "RS256").add("typ", "JWT").add("kid", "one").build();
    String signed = text(header) + "." + text(claims(caller, Instant.now()));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(KEYS.getPrivate());
    signature.update(signed.getBytes(UTF_8));
    return signed + "." + encoded(signature.sign());
  }

  private static JsonObject claims(String caller, Instant now) {
    return Json.createObjectBuilder()
        .add("iss", ISSUER)
        .add("sub", caller)
        .add("upn", caller)
        .add("jti", UUID.randomUUID().toString())
        .add("groups", Json.createArrayBuilder().add("user"))
        .add("iat", now.getEpochSecond())
        .add("exp", now.plus(Duration.ofMinutes(5)).getEpochSecond())
        .build();
  }

  private static String text(JsonObject part) {
    return encoded(part.toString().getBytes(UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

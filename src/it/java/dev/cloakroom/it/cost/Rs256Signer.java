package dev.cloakroom.it.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;

/** Signs the one token of the MicroProfile JWT case with a key made for this run. */
final class Rs256Signer {

  static final String ISSUER = "https://issuer.example";

  private static final int KEY_BITS = 2048;
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys;
  private final Clock clock;

  Rs256Signer(Clock clock) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(KEY_BITS);
    this.keys = generator.generateKeyPair();
    this.clock = clock;
  }

  /** The public key as one line of Base64 (X.509 SubjectPublicKeyInfo). */
  String publicKey() {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  /** A token of one hour for {@code user-measured} in group {@code user}. */
  String token() throws GeneralSecurityException {
    Instant now = clock.instant();
    String claims =
        """
        {"iss":"%s","sub":"user-measured","upn":"user-measured","groups":["user"],"jti":"1","iat":%d,"exp":%d}"""
            .formatted(ISSUER, now.getEpochSecond(), now.plusSeconds(3600).getEpochSecond());
    String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(UTF_8));
    return signed + "." + BASE64URL.encodeToString(signature.sign());
  }

  private static String encoded(String json) {
    return BASE64URL.encodeToString(json.getBytes(UTF_8));
  }
}

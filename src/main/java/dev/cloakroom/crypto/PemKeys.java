package dev.cloakroom.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one key of a PEM text (<a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>):
 * a private key in PKCS#8 or SEC 1 and, inside it or in a block of its own, the public key. That of
 * Ed25519 is always in a block of its own.
 *
 * <p>For one text only; not thread-safe.
 */
final class PemKeys {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private final String where;
  private @Nullable PrivateKey privateKey;
  private byte @Nullable [] publicPoint;
  private @Nullable PublicKey publicKey;

  private PemKeys(String where) {
    this.where = where;
  }

  static boolean isPem(String text) {
    return text.contains("-----BEGIN ");
  }

  static KeyMaterial parse(String where, String text) {
    PemKeys keys = new PemKeys(where);
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      keys.read(block.group(1), block.group(2));
    }
    return keys.material();
  }

  private void read(String label, String body) {
    if (label.startsWith("ENCRYPTED") || body.contains("ENCRYPTED")) {
      throw new UnusableKeyException(
          where, "the private key is encrypted", "Decrypt it with: openssl pkey -in key.pem");
    }
    switch (label) {
      case "PRIVATE KEY" -> setPrivateKey(pkcs8(bytes(label, body)));
      case "EC PRIVATE KEY" -> setPrivateKey(sec1(bytes(label, body)));
      case "PUBLIC KEY" -> setPublicKey(publicKey(bytes(label, body)));
      case "RSA PRIVATE KEY" -> throw anotherKind("an RSA key");
      default -> {
        if (label.endsWith("PRIVATE KEY")) {
          throw unusable("a block '" + label + "' is not read");
        }
      }
    }
  }

  private byte[] bytes(String label, String body) {
    try {
      return Base64.getMimeDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw malformed(label);
    }
  }

  private PrivateKey pkcs8(byte[] der) {
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(der);
    try {
      Key key = KeyFactory.getInstance("EC").generatePrivate(spec);
      if (key instanceof ECPrivateKey ec && P256.isCurveOf(ec)) {
        return scalar(Sec1Key.parsePkcs8(der));
      }
    } catch (GeneralSecurityException notEc) {
      return edwards(spec);
    } catch (IllegalArgumentException brokenInside) {
      throw malformed("PRIVATE KEY");
    }
    throw anotherKind(KeyKind.describe(factory -> factory.generatePrivate(spec)));
  }

  private PrivateKey edwards(PKCS8EncodedKeySpec spec) {
    try {
      return KeyFactory.getInstance("Ed25519").generatePrivate(spec);
    } catch (GeneralSecurityException notEdwards) {
      throw anotherKind(KeyKind.describe(factory -> factory.generatePrivate(spec)));
    }
  }

  private PrivateKey sec1(byte[] der) {
    try {
      Sec1Key key = Sec1Key.parse(der);
      if (key.isOnP256()) {
        return scalar(key);
      }
    } catch (IllegalArgumentException e) {
      throw malformed("EC PRIVATE KEY");
    }
    throw anotherKind("an EC key on another curve");
  }

  private PublicKey publicKey(byte[] der) {
    X509EncodedKeySpec spec = new X509EncodedKeySpec(der);
    return Stream.of("EC", "Ed25519")
        .flatMap(kind -> publicKey(kind, spec).stream())
        .findFirst()
        .orElseThrow(() -> anotherKind(KeyKind.describe(factory -> factory.generatePublic(spec))));
  }

  private static Optional<PublicKey> publicKey(String kind, X509EncodedKeySpec spec) {
    try {
      PublicKey key = KeyFactory.getInstance(kind).generatePublic(spec);
      return OwnKeys.algorithmOf(key).map(algorithm -> key);
    } catch (GeneralSecurityException notOfThisKind) {
      return Optional.empty();
    }
  }

  private void setPrivateKey(PrivateKey key) {
    if (privateKey != null) {
      throw unusable("it holds more than one private key; put each into a file of its own");
    }
    privateKey = key;
  }

  private void setPublicKey(PublicKey key) {
    if (publicKey != null) {
      throw unusable("it holds more than one public key; put each into a file of its own");
    }
    publicKey = key;
  }

  private KeyMaterial material() {
    PublicKey verifier = publicKey != null ? publicKey : publicKeyInside();
    if (verifier instanceof ECPublicKey ec && !P256.isOnCurve(ec.getW())) {
      throw unusable("its public key is not a point of the curve");
    }
    if (privateKey != null
        && privateKey instanceof ECPrivateKey != verifier instanceof ECPublicKey) {
      throw unusable("its private and public key are of two kinds");
    }
    VerificationKey key = new VerificationKey(OwnKeys.thumbprint(verifier), verifier);
    return new KeyMaterial(where, key, privateKey);
  }

  private PublicKey publicKeyInside() {
    if (privateKey == null) {
      throw unusable("it holds neither a private nor a public key");
    }
    byte[] point = publicPoint;
    if (point == null) {
      throw publicKeyMissing("its public key is missing");
    }
    try {
      return P256.publicKey(point);
    } catch (InvalidKeySpecException e) {
      throw publicKeyMissing("the public key inside is not an uncompressed point");
    }
  }

  private PrivateKey scalar(Sec1Key key) {
    publicPoint = key.publicPoint();
    try {
      return P256.privateKey(key.scalar());
    } catch (InvalidKeySpecException e) {
      throw unusable("its private key is not a scalar of the curve");
    }
  }

  private UnusableKeyException publicKeyMissing(String problem) {
    return new UnusableKeyException(
        where, problem, "Add it with: openssl pkey -in key.pem -pubout >> key.pem");
  }

  private UnusableKeyException malformed(String label) {
    return unusable("the block '" + label + "' is malformed");
  }

  private UnusableKeyException anotherKind(String kind) {
    return unusable("it is " + kind + ", not EC P-256 or Ed25519");
  }

  private UnusableKeyException unusable(String problem) {
    return new UnusableKeyException(where, problem, UnusableKeyException.MAKE_A_KEY);
  }
}

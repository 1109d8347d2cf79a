package dev.cloakroom.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of a PKCS#12 file (<a href="https://www.rfc-editor.org/rfc/rfc7292">RFC 7292</a>),
 * in the order of their aliases. Of a key's certificate nothing counts but its public key, and a
 * certificate without a key counts for nothing: who is trusted there, as an authority is, was never
 * meant to sign our tokens.
 */
final class Pkcs12Keys {
  private static final String PASSWORD =
      "Set cloakroom.keys.password to the password of the file and of its keys.";

  private final String where;
  private final char[] password;

  private Pkcs12Keys(String where, char[] password) {
    this.where = where;
    this.password = password;
  }

  /** Whether it is one by its first bytes: DER, which no text begins with. */
  static boolean isPkcs12(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == Der.SEQUENCE && (bytes.length < 2 || bytes[1] < 0);
  }

  static List<KeyMaterial> parse(String where, byte[] bytes, @Nullable String password) {
    if (password == null) {
      throw new UnusableKeyException(where, "its password is not known", PASSWORD);
    }
    return new Pkcs12Keys(where, password.toCharArray()).materials(bytes);
  }

  // The exceptions' own messages are left out: what is in them is not ours to promise.
  private List<KeyMaterial> materials(byte[] bytes) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), password);
      List<KeyMaterial> pairs = new ArrayList<>();
      for (String alias : sorted(store)) {
        if (store.isKeyEntry(alias)) {
          pairs.add(material(store, alias));
        }
      }
      return required(pairs);
    } catch (IOException e) {
      boolean isLocked = e.getCause() instanceof UnrecoverableKeyException;
      throw new UnusableKeyException(
          where,
          isLocked ? "its password is another one" : "it is malformed, or its password another one",
          PASSWORD);
    } catch (UnrecoverableKeyException e) {
      throw new UnusableKeyException(where, "a key in it has another password", PASSWORD);
    } catch (UnusableKeyException e) {
      throw e;
    } catch (GeneralSecurityException | RuntimeException e) {
      throw unusable("it cannot be read by this Java runtime");
    }
  }

  private static List<String> sorted(KeyStore store) throws GeneralSecurityException {
    return Collections.list(store.aliases()).stream().sorted().toList();
  }

  private KeyMaterial material(KeyStore store, String alias) throws GeneralSecurityException {
    Certificate certificate = store.getCertificate(alias);
    if (certificate == null) {
      throw unusable("'" + alias + "' has no certificate with its public key");
    }
    PublicKey publicKey = certificate.getPublicKey();
    if (OwnKeys.algorithmOf(publicKey).isEmpty()
        || (publicKey instanceof ECPublicKey ec && !P256.isOnCurve(ec.getW()))) {
      throw unusable(
          "'" + alias + "' is a key for " + publicKey.getAlgorithm() + " of another kind");
    }
    Key key = store.getKey(alias, password);
    return new KeyMaterial(
        where,
        new VerificationKey(OwnKeys.thumbprint(publicKey), publicKey),
        key instanceof PrivateKey privateKey ? privateKey : null);
  }

  private List<KeyMaterial> required(List<KeyMaterial> found) {
    if (found.isEmpty()) {
      throw unusable("it holds no private key");
    }
    return found;
  }

  private UnusableKeyException unusable(String problem) {
    return new UnusableKeyException(where, problem, UnusableKeyException.MAKE_A_KEY);
  }
}

package dev.cloakroom.crossorigin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import java.util.Arrays;

/**
 * Makes CSRF tokens and tells genuine ones. A token is a MAC of whose it is, so that nothing is
 * kept of it, behind a mask that is new each time: a secret that stands in compressed answers
 * beside what somebody else can choose is otherwise read from their lengths. Immutable; safe for
 * use by several threads.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">
 *     OWASP, Cross-Site Request Forgery Prevention: HMAC-based tokens</a>
 * @see <a href="https://www.breachattack.com/">BREACH</a>
 */
public final class CsrfTokens {
  private static final int MAC_BYTES = 32;

  /** Of mask and masked MAC together, in base64url. */
  private static final int LENGTH = 86;

  private final MacKey key;
  private final RandomIds random;

  /** Those of a key that makes nothing else. */
  public CsrfTokens(MacKey key, RandomIds random) {
    this.key = key;
    this.random = random;
  }

  /** A token, which looks like no other. */
  public String of(CsrfHolder holder) {
    byte[] mask = random.salt(MAC_BYTES);
    byte[] token = Arrays.copyOf(mask, 2 * MAC_BYTES);
    System.arraycopy(xor(key.mac(parts(holder)), mask), 0, token, MAC_BYTES, MAC_BYTES);
    return Base64Url.encode(token);
  }

  /** Whether a text is a token of that holder; it may come from anybody. */
  public boolean isOf(String text, CsrfHolder holder) {
    return text.length() == LENGTH
        && Base64Url.decode(text)
            .filter(token -> key.verify(unmasked(token), parts(holder)))
            .isPresent();
  }

  /** A visitor who has not been here before. */
  public CsrfHolder newVisitor() {
    return CsrfHolder.visitor(random.tokenId());
  }

  private static byte[] unmasked(byte[] token) {
    return xor(
        Arrays.copyOfRange(token, MAC_BYTES, 2 * MAC_BYTES), Arrays.copyOf(token, MAC_BYTES));
  }

  private static byte[] xor(byte[] bytes, byte[] mask) {
    byte[] result = new byte[MAC_BYTES];
    for (int i = 0; i < MAC_BYTES; i++) {
      result[i] = (byte) (bytes[i] ^ mask[i]);
    }
    return result;
  }

  private static byte[][] parts(CsrfHolder holder) {
    return new byte[][] {holder.kind().name().getBytes(US_ASCII), holder.id().getBytes(US_ASCII)};
  }
}

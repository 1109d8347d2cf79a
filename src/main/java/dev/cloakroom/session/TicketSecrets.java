package dev.cloakroom.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.Secret;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * Makes the secrets of tickets: 144 random bits, the moment it was given out, and a mark over both
 * and the session's id by our key. The random bits prove the session. The mark proves nothing: it
 * tells a ticket that we gave out long ago, of which nothing is stored any more, from an invented
 * one. Safe for use by several threads.
 */
public final class TicketSecrets {
  private static final int RANDOM_BYTES = 18;
  private static final int MOMENT_BYTES = 6;
  private static final int MARK_BYTES = 8;
  private static final int MARKED = RANDOM_BYTES + MOMENT_BYTES;

  private final MacKey key;
  private final RandomIds random;

  /** Marks by a key for this purpose only, the same on all nodes. */
  public TicketSecrets(MacKey key, RandomIds random) {
    this.key = key;
    this.random = random;
  }

  /** A new secret of a session, given out now. */
  Secret next(String sessionId, Instant now) {
    byte[] marked =
        ByteBuffer.allocate(MARKED)
            .putShort(RANDOM_BYTES, (short) (now.toEpochMilli() >>> Integer.SIZE))
            .putInt(RANDOM_BYTES + Short.BYTES, (int) now.toEpochMilli())
            .put(random.salt(RANDOM_BYTES))
            .array();
    byte[] mark = key.mac(MARK_BYTES, sessionId.getBytes(US_ASCII), marked);
    return new Secret(
        Base64Url.encode(ByteBuffer.allocate(MARKED + MARK_BYTES).put(marked).put(mark).array()));
  }

  /**
   * Whether a ticket is one that we gave out before a moment. One that is younger is no proof of
   * anything: a store can have lost what it was told last.
   */
  boolean gaveOutBefore(Ticket shown, Instant moment) {
    byte[] secret = Base64Url.decode(shown.secret().text()).orElse(new byte[0]);
    if (secret.length != MARKED + MARK_BYTES) {
      return false;
    }
    byte[] marked = Arrays.copyOf(secret, MARKED);
    byte[] mark = Arrays.copyOfRange(secret, MARKED, secret.length);
    return moment(marked) < moment.toEpochMilli()
        && key.verifyShort(mark, shown.sessionId().getBytes(US_ASCII), marked);
  }

  private static long moment(byte[] marked) {
    ByteBuffer buffer = ByteBuffer.wrap(marked, RANDOM_BYTES, MOMENT_BYTES);
    return (Short.toUnsignedLong(buffer.getShort()) << Integer.SIZE)
        | Integer.toUnsignedLong(buffer.getInt());
  }
}

package dev.cloakroom.it.totp;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, made of the URI alone. */
public final class AppCodes {
  private static final Pattern SECRET = Pattern.compile("[?&]secret=([A-Z2-7]{32})(&|$)");
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final byte[] secret = new byte[20];

  /**
   * One that has scanned this.
   *
   * @param uri with the secret among its parameters
   */
  public AppCodes(String uri) {
    Matcher found = SECRET.matcher(uri);
    if (!found.find()) {
      throw new IllegalArgumentException(uri);
    }
    BigInteger number = BigInteger.ZERO;
    for (char digit : found.group(1).toCharArray()) {
      number = number.shiftLeft(5).add(BigInteger.valueOf(DIGITS.indexOf(digit)));
    }
    byte[] bytes = number.toByteArray();
    int length = Math.min(bytes.length, secret.length);
    System.arraycopy(bytes, bytes.length - length, secret, secret.length - length, length);
  }

  /** What it shows so many half minutes from now. */
  public String code(int from) {
    long step = Instant.now().getEpochSecond() / 30 + from;
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
      return String.valueOf(1_000_000 + number % 1_000_000).substring(1);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.cloakroom;

/**
 * What a caller gives their authenticator app, in three spellings of which one is enough. Show it
 * over HTTPS to that caller alone, in an answer that nobody stores ({@code Cache-Control:
 * no-store}), and never log it: whoever has it can make their codes. Immutable; prints none of it.
 *
 * @param secret to be typed: 32 characters of base32, {@code A-Z} and {@code 2-7}
 * @param uri for a link on a phone: {@code otpauth://totp/…}
 * @param qrCode to be scanned: the URI as a QR code, an {@code svg} element to be put into a page
 *     as it is, or served as {@code image/svg+xml}; it holds no text of the caller's, no script and
 *     no style, so that it is shown under any Content-Security-Policy. For screen readers it is an
 *     image with a title; offer the secret as text beside it
 */
public record TotpEnrolment(String secret, String uri, String qrCode) {

  @Override
  public String toString() {
    return "TotpEnrolment[***]";
  }
}

package dev.cloakroom.store;

/**
 * Where a login came from, as far as the request told.
 *
 * @param address the network address
 * @param userAgent the {@code User-Agent} header, cut to 256 characters; empty if none was sent
 */
public record Client(String address, String userAgent) {
  private static final int LONGEST_USER_AGENT = 256;

  public Client {
    if (userAgent.length() > LONGEST_USER_AGENT) {
      userAgent = userAgent.substring(0, LONGEST_USER_AGENT);
    }
  }
}

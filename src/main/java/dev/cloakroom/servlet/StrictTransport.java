package dev.cloakroom.servlet;

import dev.cloakroom.crossorigin.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Has browsers come by HTTPS from now on (<a
 * href="https://www.rfc-editor.org/rfc/rfc6797#section-6.1">RFC 6797 §6.1</a>), where the settings
 * want it: they do so at each port of the host, whoever answers there. Safe for use by several
 * threads.
 */
public final class StrictTransport {
  private static final String HEADER = "Strict-Transport-Security";

  private final @Nullable String value;
  private final TrustedProxies proxies;

  /**
   * What the settings want.
   *
   * @param maxAge for how long; null for nothing
   * @param proxies say which clients have come by HTTPS: no others may be told (§7.2)
   */
  public StrictTransport(@Nullable Duration maxAge, TrustedProxies proxies) {
    this.value = maxAge == null ? null : "max-age=" + maxAge.toSeconds();
    this.proxies = proxies;
  }

  /** Says so in the answer to a request, unless somebody has; the application may say otherwise. */
  public void demand(HttpServletRequest request, HttpServletResponse response) {
    if (value != null && proxies.isEncrypted(request) && !response.containsHeader(HEADER)) {
      response.setHeader(HEADER, value);
    }
  }
}

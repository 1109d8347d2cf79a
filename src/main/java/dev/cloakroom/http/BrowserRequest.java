package dev.cloakroom.http;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells a browser's request from that of another client by headers that a page's script can neither
 * set nor remove (<a href="https://fetch.spec.whatwg.org/#forbidden-request-header">Fetch,
 * forbidden request-headers</a>).
 */
public final class BrowserRequest {

  private static final List<String> SENT_BY_BROWSERS =
      List.of(
          "Sec-Fetch-Site",
          "Sec-Fetch-Mode",
          "Sec-Fetch-Dest",
          "Sec-Fetch-User",
          "Sec-Fetch-Storage-Access",
          "Origin");

  private BrowserRequest() {}

  /**
   * Whether the request comes from a browser.
   *
   * @param hasHeader whether the request has a header of that name, even an empty one
   */
  public static boolean isFromBrowser(Predicate<String> hasHeader) {
    return SENT_BY_BROWSERS.stream().anyMatch(hasHeader);
  }

  /**
   * Whether an {@code Accept} header asks for a page: it names HTML itself with a weight above zero
   * (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110 §12.5.1</a>). A range
   * such as {@code *}{@code /*} does not count: clients of an API send it.
   */
  public static boolean acceptsHtml(@Nullable String accept) {
    return accept != null && AcceptHeader.ranges(accept).anyMatch(AcceptHeader.Range::isHtml);
  }
}

package dev.cloakroom.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What has made a request, and with it how its sender is led elsewhere. */
public enum Requester {
  /** A browser that goes to another page: follows a redirect, and shows what it gets. */
  VISITOR,
  /**
   * A page by <a href="https://htmx.org/reference/#response_headers">htmx</a>: goes where {@code
   * HX-Redirect} says.
   */
  HTMX,
  /**
   * A page by <a href="https://jakarta.ee/specifications/faces/4.0/jakarta-faces-4.0#a6831">Jakarta
   * Faces 4.0, section 13.3</a>: goes where its {@code partial-response} says.
   */
  FACES,
  /** Anything else, a page's script too: is told what is so, and follows nothing into a page. */
  PROGRAM;

  /**
   * What has made a request with these headers. A script cannot pretend to be a visitor where the
   * browser says which it is (<a
   * href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-mode-header">Sec-Fetch-Mode</a>).
   *
   * @param headers the value of a header, null for none
   */
  public static Requester of(Function<String, @Nullable String> headers) {
    if ("partial/ajax".equals(headers.apply("Faces-Request"))) {
      return FACES;
    }
    if ("true".equals(headers.apply("HX-Request"))) {
      return HTMX;
    }
    String mode = headers.apply("Sec-Fetch-Mode");
    return (mode == null || mode.equals("navigate"))
            && headers.apply("X-Requested-With") == null
            && BrowserRequest.acceptsHtml(headers.apply("Accept"))
        ? VISITOR
        : PROGRAM;
  }
}

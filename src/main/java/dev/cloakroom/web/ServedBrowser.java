package dev.cloakroom.web;

import dev.cloakroom.servlet.BrowserCookie;
import org.jspecify.annotations.Nullable;

/** The browser whose request the calling thread serves. Safe for use by several threads. */
public final class ServedBrowser {
  private final BrowserCookie cookie;

  /** One that this cookie tells from others. */
  public ServedBrowser(BrowserCookie cookie) {
    this.cookie = cookie;
  }

  /**
   * What names it; null if nothing does, if a page of another origin caused the request, or if the
   * thread serves none.
   */
  public @Nullable String shown() {
    GuardedRequest request = ServedRequest.current();
    return request == null ? null : cookie.of(request);
  }

  /**
   * What names it, from now on if nothing did; where a page of another origin caused the request,
   * something that names none.
   *
   * @throws IllegalStateException if the thread serves no request, or one whose answer can bring no
   *     cookie
   */
  public String known() {
    GuardedRequest request = ServedRequest.current();
    if (request == null) {
      throw new IllegalStateException(
          "A browser is known by its request, and this thread serves none. Ask for it on the"
              + " request's thread, and hand it on.");
    }
    return cookie.known(request, request.response());
  }
}

package dev.cloakroom.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer tells caches (<a href="https://www.rfc-editor.org/rfc/rfc9111">RFC 9111</a>): one
 * with a credential that none may keep it, and one from behind a constraint that nobody but its
 * caller's own may, each time asking whether it still holds, and of a page not even that, unless
 * the application says otherwise.
 */
public final class AnswerCaching {
  private static final String CACHE_CONTROL = "Cache-Control";
  private static final String EXPIRES = "Expires";
  private static final String NO_STORE = "no-store";
  private static final String OF_GUARDED = "private, no-cache";

  /**
   * The back button shows a page as it was, and asks nobody. Browsers do not keep one for it that
   * must not be stored, or, as Chromium, not once a cookie has changed: a logout by a form is
   * answered while the page is still there, too early for {@code Clear-Site-Data}.
   */
  private static final String OF_GUARDED_PAGE = "private, no-store";

  /** Kept with a request for what is guarded: whether what stands there is still ours. */
  private static final String DEFAULT = "dev.cloakroom.caching";

  private AnswerCaching() {}

  /**
   * Whether a header is about caching; there are some that content delivery networks alone read.
   */
  public static boolean isAbout(@Nullable String header) {
    return header != null
        && (endsWith(header, CACHE_CONTROL)
            || header.equalsIgnoreCase(EXPIRES)
            || header.equalsIgnoreCase("Surrogate-Control"));
  }

  /** Such as {@code CDN-Cache-Control} of RFC 9213, which comes before {@code Cache-Control}. */
  private static boolean endsWith(String header, String end) {
    int start = header.length() - end.length();
    return start >= 0 && header.regionMatches(true, start, end, 0, end.length());
  }

  /**
   * Has no cache keep the answer, whatever was said before.
   *
   * @return whether the response took that: in an include, servers ignore headers without a word
   */
  static boolean forbid(HttpServletResponse response) {
    if (!List.copyOf(response.getHeaders(CACHE_CONTROL)).equals(List.of(NO_STORE))) {
      response.setHeader(CACHE_CONTROL, NO_STORE);
    }
    for (String header : List.copyOf(response.getHeaderNames())) {
      if (isAbout(header) && !header.equalsIgnoreCase(CACHE_CONTROL)) {
        response.setHeader(header, header.equalsIgnoreCase(EXPIRES) ? "0" : NO_STORE);
      }
    }
    return NO_STORE.equals(response.getHeader(CACHE_CONTROL));
  }

  /** The answer is from behind a constraint: unless the server has spoken, it is ours to do so. */
  public static void guard(HttpServletRequest request, HttpServletResponse response) {
    boolean silent = !response.containsHeader(CACHE_CONTROL) && !response.containsHeader(EXPIRES);
    request.setAttribute(DEFAULT, silent);
    if (silent) {
      response.setHeader(CACHE_CONTROL, isPage(request) ? OF_GUARDED_PAGE : OF_GUARDED);
    }
  }

  private static boolean isPage(HttpServletRequest request) {
    return "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
  }

  /** The answer has lost its headers. */
  public static void guardAgain(HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(DEFAULT) != null) {
      guard(request, response);
    }
  }

  /**
   * The application is about to say something about caching, by this header: ours gives way. An
   * {@code Expires} alone is still for the caller's own cache only.
   *
   * @return whether ours stood there
   */
  public static boolean giveWay(
      String header, HttpServletRequest request, HttpServletResponse response) {
    if (!Boolean.TRUE.equals(request.getAttribute(DEFAULT))) {
      return false;
    }
    request.setAttribute(DEFAULT, false);
    response.setHeader(CACHE_CONTROL, "private");
    return header.equalsIgnoreCase(CACHE_CONTROL);
  }
}

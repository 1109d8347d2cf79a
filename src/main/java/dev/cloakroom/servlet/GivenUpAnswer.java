package dev.cloakroom.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An answer that the application had begun and that is not given. What described it goes with it:
 * its encoding, its name as a download, its validators (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-8">RFC 9110 §8</a>), what it told caches and
 * proxies.
 */
public final class GivenUpAnswer {
  private static final String CONTENT = "content-";
  private static final String CONTENT_POLICY = "content-security-policy";

  private static final Set<String> ITS_OWN =
      Set.of(
          "accept-ranges",
          "age",
          "allow",
          "digest",
          "etag",
          "last-modified",
          "link",
          "location",
          "pragma",
          "refresh",
          "repr-digest",
          "retry-after",
          "trailer",
          "transfer-encoding",
          "www-authenticate",
          "x-accel-redirect",
          "x-sendfile");

  private GivenUpAnswer() {}

  /**
   * Takes such an answer out of a response. Where it had declared its length, the new one's is: a
   * server goes on by what was declared, whatever has become of the header.
   *
   * @param length of the answer that takes its place, in bytes
   * @throws IllegalStateException if it has left already
   */
  public static void clear(HttpServletResponse response, int length) {
    boolean isDeclared = response.containsHeader("Content-Length");
    Map<String, List<String>> others = new LinkedHashMap<>();
    for (String name : response.getHeaderNames()) {
      if (!isItsOwn(name.toLowerCase(Locale.ROOT))) {
        others.put(name, List.copyOf(response.getHeaders(name)));
      }
    }
    response.reset();
    if (isDeclared) {
      response.setContentLength(length);
    }
    others.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
  }

  private static boolean isItsOwn(String name) {
    return ITS_OWN.contains(name)
        || AnswerCaching.isAbout(name)
        || (name.startsWith(CONTENT) && !name.startsWith(CONTENT_POLICY));
  }
}

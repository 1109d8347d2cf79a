package dev.cloakroom.servlet;

import dev.cloakroom.http.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Has a browser forget what it keeps of the application's origin, other applications of that origin
 * included, as the settings want it (<a href="https://www.w3.org/TR/clear-site-data/">Clear Site
 * Data</a>). Safe for use by several threads.
 */
public final class ClearSiteData {
  private final @Nullable String value;
  private final CookiePolicy cookies;

  /**
   * Has these kinds of data forgotten.
   *
   * @param kinds such as {@code cache}; none to leave it all
   * @param cookies says who has come by HTTPS: browsers take this from no other answer
   */
  public ClearSiteData(Set<String> kinds, CookiePolicy cookies) {
    this.value =
        kinds.isEmpty()
            ? null
            : kinds.stream()
                .sorted()
                .map(kind -> '"' + kind + '"')
                .collect(Collectors.joining(", "));
    this.cookies = cookies;
  }

  /** The answer to a request, which says so. */
  public Answer in(Answer answer, HttpServletRequest request) {
    return value != null && cookies.isSecure(request)
        ? answer.with("Clear-Site-Data", value)
        : answer;
  }
}

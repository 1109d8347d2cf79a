package dev.cloakroom.crossorigin;

import dev.cloakroom.http.Answer.Header;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says of the origin that asked: whether its pages may read the answer, and that
 * caches must not give it to others (<a href="https://fetch.spec.whatwg.org/#http-responses">Fetch,
 * "HTTP responses"</a>). Immutable.
 */
public final class CorsHeaders {
  static final String ORIGIN = "Origin";
  private static final String VARY = "Vary";
  private static final String START = "Access-Control-";

  private final List<Header> granted;
  private final Varying varying;

  /** Whether it depends on the origin what the answer says. */
  enum Varying {
    BY_ORIGIN,
    NOT
  }

  /**
   * Headers of an answer.
   *
   * @param granted none where the origin is not allowed, or there is none
   */
  CorsHeaders(List<Header> granted, Varying varying) {
    this.granted = List.copyOf(granted);
    this.varying = varying;
  }

  /** Whether pages of the origin that asked may read the answer. */
  public boolean grant() {
    return !granted.isEmpty();
  }

  /** Whether a header is one of the CORS protocol, which is said here alone. */
  public static boolean decide(@Nullable String header) {
    return header != null && header.regionMatches(true, 0, START, 0, START.length());
  }

  /** Whether a header says what an answer depends on. */
  public static boolean isVary(@Nullable String header) {
    return VARY.equalsIgnoreCase(header);
  }

  /** Whether such a header's value says what is said here anyhow. */
  public boolean saysAsMuch(@Nullable String vary) {
    return varying == Varying.BY_ORIGIN && ORIGIN.equalsIgnoreCase(vary);
  }

  /** Sets them in the place of others of their names; what else it depends on stays. */
  public void writeTo(HttpServletResponse response) {
    for (Header header : granted) {
      response.setHeader(header.name(), header.value());
    }
    if (varying == Varying.BY_ORIGIN && !isTold(response)) {
      response.addHeader(VARY, ORIGIN);
    }
  }

  private static boolean isTold(HttpServletResponse response) {
    return response.containsHeader(VARY)
        && response.getHeaders(VARY).stream().anyMatch(CorsHeaders::namesOrigin);
  }

  private static boolean namesOrigin(String vary) {
    for (String name : vary.split(",", -1)) {
      if (ORIGIN.equalsIgnoreCase(name.strip()) || name.strip().equals("*")) {
        return true;
      }
    }
    return false;
  }
}

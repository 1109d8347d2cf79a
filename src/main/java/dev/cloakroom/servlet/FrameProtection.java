package dev.cloakroom.servlet;

import dev.cloakroom.config.FrameAncestors;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Has browsers show the application's pages in frames of some pages alone, where the settings want
 * it (<a href="https://www.w3.org/TR/CSP3/#directive-frame-ancestors">CSP 3, frame-ancestors</a>).
 * A page in a frame of another site can have its visitor click where they do not mean to. Safe for
 * use by several threads.
 */
public final class FrameProtection {
  private static final String POLICY = "Content-Security-Policy";

  /** What a policy of the application's own, which takes the place of ours, leaves standing. */
  private static final String OPTIONS = "X-Frame-Options";

  private final @Nullable String policy;
  private final @Nullable String options;

  /** What the settings want. */
  public FrameProtection(FrameAncestors allowed) {
    Set<String> sources = allowed.sources();
    this.policy =
        sources.isEmpty() || sources.contains(FrameAncestors.ANY)
            ? null
            : "frame-ancestors "
                + sources.stream()
                    .sorted()
                    .map(FrameProtection::written)
                    .collect(Collectors.joining(" "));
    this.options = options(sources);
  }

  private static String written(String source) {
    return source.equals(FrameAncestors.NONE) || source.equals(FrameAncestors.SELF)
        ? "'" + source + "'"
        : source;
  }

  /** It has no words for origins. */
  private static @Nullable String options(Set<String> sources) {
    if (sources.equals(Set.of(FrameAncestors.NONE))) {
      return "DENY";
    }
    return sources.equals(Set.of(FrameAncestors.SELF)) ? "SAMEORIGIN" : null;
  }

  /** Says so in an answer, beside what the application says of its own. */
  public void demand(HttpServletResponse response) {
    if (policy != null && !response.getHeaders(POLICY).contains(policy)) {
      response.addHeader(POLICY, policy);
      if (options != null) {
        response.setHeader(OPTIONS, options);
      }
    }
  }
}

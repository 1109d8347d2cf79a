package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request lacks its CSRF token, and goes on until it is known whether what it asks for is exempt.
 * Kept with the request, which may change its thread until then. Safe for use by several threads.
 */
public final class CsrfDeferral {
  /** The request attribute with what is answered unless the request is exempt. */
  static final String REFUSAL = CsrfDeferral.class.getName();

  private CsrfDeferral() {}

  /** Notes that a request is answered so, unless it is exempt. */
  static void note(Answer refusal, HttpServletRequest request) {
    request.setAttribute(REFUSAL, refusal);
  }

  /**
   * What a request is answered, now that what it asks for turns out not to be exempt; null if it
   * may go on.
   *
   * @param attributes of the request
   */
  public static @Nullable Answer refusal(Function<String, @Nullable Object> attributes) {
    return attributes.apply(REFUSAL) instanceof Answer refusal ? refusal : null;
  }
}

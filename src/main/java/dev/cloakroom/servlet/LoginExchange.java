package dev.cloakroom.servlet;

import dev.cloakroom.http.Reason;
import dev.cloakroom.session.OpenedSession;
import jakarta.servlet.ServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the mechanism and whoever asks the container for a login tell each other through the
 * request, since the container stands between them. The latter believes nothing else: a server that
 * reports success for an earlier login, or never called the mechanism, leaves no outcome here.
 */
public final class LoginExchange {
  private static final String TOKENS = LoginExchange.class.getName() + ".tokens";
  private static final String OUTCOME = LoginExchange.class.getName() + ".outcome";

  private LoginExchange() {}

  /** What came of a login. */
  public sealed interface Outcome {}

  /** A login session was opened. */
  public record Succeeded(OpenedSession opened) implements Outcome {}

  /**
   * No login session was opened.
   *
   * @param retryAfter how long the next attempt has to wait; null if nothing is said of it
   */
  public record Refused(Reason reason, @Nullable Duration retryAfter) implements Outcome {

    /** A refusal that says nothing of when to try again. */
    public Refused(Reason reason) {
      this(reason, null);
    }
  }

  /** Asks the mechanism for tokens beside the cookie. */
  public static void askForTokens(ServletRequest request) {
    request.setAttribute(TOKENS, true);
  }

  /** Whether tokens were asked for. */
  public static boolean isAskedForTokens(ServletRequest request) {
    return request.getAttribute(TOKENS) != null;
  }

  /** A login begins: what came of another in the same request does not count for it. */
  public static void begin(ServletRequest request) {
    request.removeAttribute(OUTCOME);
  }

  /** Tells what came of the login. */
  public static void tell(ServletRequest request, Outcome outcome) {
    request.setAttribute(OUTCOME, outcome);
  }

  /** The login that was opened in this request and still is its; null if it brought its own. */
  public static @Nullable RequestLogin opened(ServletRequest request) {
    return outcome(request) instanceof Succeeded ? RequestLogin.of(request) : null;
  }

  /** What came of the login; null if the mechanism was not asked. */
  public static @Nullable Outcome outcome(ServletRequest request) {
    return (Outcome) request.getAttribute(OUTCOME);
  }
}

package dev.cloakroom.servlet;

import dev.cloakroom.http.Reason;
import dev.cloakroom.session.OpenedSession;
import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What the mechanism and whoever asks the container for a login tell each other through the
 * request, since the container stands between them. The latter believes nothing else: a server that
 * reports success for an earlier login, or never called the mechanism, leaves no outcome here.
 */
public final class LoginExchange {
  private static final String TOKENS = LoginExchange.class.getName() + ".tokens";
  private static final String OUTCOME = LoginExchange.class.getName() + ".outcome";

  private static final String NEXT = LoginExchange.class.getName() + ".next";

  private LoginExchange() {}

  /** What came of a login. */
  public sealed interface Outcome {}

  /** A login session was opened. */
  public record Succeeded(OpenedSession opened) implements Outcome {}

  /**
   * The credential is good, and the caller has to prove a second factor. Nobody is logged in.
   *
   * @param methods the factors of which one is to be proven, in order
   * @param challenges what each asks, by its method; nothing of those that ask nothing
   * @param lasting how long that can be done
   * @param ticket what the client has to send with it; null if it has a cookie
   */
  public record Pending(
      SortedSet<String> methods,
      SortedMap<String, String> challenges,
      Duration lasting,
      @Nullable String ticket)
      implements Outcome {

    /** Without what only the client may know. */
    @Override
    public String toString() {
      return "Pending" + methods;
    }
  }

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

  /** Says where a login leads, as received; null if it does not say. */
  public static void leadTo(ServletRequest request, @Nullable String next) {
    request.setAttribute(NEXT, next);
  }

  /** Where a login leads, as received; null if it does not say. */
  public static @Nullable String next(ServletRequest request) {
    return (String) request.getAttribute(NEXT);
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

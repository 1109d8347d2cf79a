package dev.cloakroom.servlet;

import dev.cloakroom.config.CsrfMode;
import dev.cloakroom.config.Endpoint;
import dev.cloakroom.config.Settings;
import dev.cloakroom.crossorigin.CrossOriginCheck;
import dev.cloakroom.crossorigin.CsrfHolder;
import dev.cloakroom.crossorigin.CsrfTokens;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.BrowserRequest;
import dev.cloakroom.http.Problem;
import dev.cloakroom.http.Reason;
import dev.cloakroom.session.Ticket;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has unsafe requests that a cookie authenticated bring a CSRF token, and logins too: each where
 * the settings ask for it. One that a bearer token authenticated needs none: no page of another
 * origin can have added that. Safe for use by several threads.
 */
public final class CsrfCheck {
  /** The request attribute that says that nothing more is asked of a request. */
  public static final String PASSED = "dev.cloakroom.csrf";

  private static final Set<Reason> REASONS =
      Set.of(Reason.CSRF_TOKEN_MISSING, Reason.CSRF_TOKEN_INVALID);

  private final Settings settings;
  private final CsrfTokens tokens;
  private final RequestCredentials credentials;
  private final VisitorCookie visitor;

  /** A check for these tokens, of the logins and visitors that cookies tell. */
  public CsrfCheck(
      Settings settings, CsrfTokens tokens, RequestCredentials credentials, VisitorCookie visitor) {
    this.settings = settings;
    this.tokens = tokens;
    this.credentials = credentials;
    this.visitor = visitor;
  }

  /** Has a request pass that needs no token. */
  public static void exempt(ServletRequest request) {
    request.setAttribute(PASSED, true);
  }

  /**
   * Why a request must not be done for the login that its cookie has established; null if it may,
   * or has none.
   */
  public @Nullable Reason refusal(HttpServletRequest request) {
    RequestLogin login = RequestLogin.of(request);
    return login != null && !(login instanceof RequestLogin.ByBearer) && isAsked(request)
        ? refusal(request, Stream.of(CsrfHolder.login(login.session().id())))
        : null;
  }

  /**
   * Why a request must not log anybody in; null if it may. The page that it comes from may be of
   * before the last login of that browser ended.
   */
  public @Nullable Reason loginRefusal(HttpServletRequest request) {
    return isAsked(request) && !(RequestLogin.of(request) instanceof RequestLogin.ByBearer)
        ? refusal(request, holders(request))
        : null;
  }

  /** The answer to a request that is refused for its token: what to send, and where to get it. */
  public Answer answer(Reason reason, HttpServletRequest request) {
    Set<String> paths = settings.pathsOf(Endpoint.CSRF);
    return paths.isEmpty() || !REASONS.contains(reason)
        ? Answer.of(reason)
        : Answer.of(
            new Problem(
                reason,
                "%s GET %s%s gives one."
                    .formatted(
                        reason.detail(), request.getContextPath(), paths.iterator().next())));
  }

  private boolean isAsked(HttpServletRequest request) {
    CsrfMode mode = settings.csrf().mode();
    return mode.asksForTokens()
        && !CrossOriginCheck.isSafe(request.getMethod(), null)
        && request.getAttribute(PASSED) == null
        && (mode == CsrfMode.ALWAYS
            || BrowserRequest.isFromBrowser(name -> request.getHeader(name) != null));
  }

  private @Nullable Reason refusal(HttpServletRequest request, Stream<CsrfHolder> holders) {
    List<String> shown = ShownCsrfToken.in(request);
    if (shown.isEmpty()) {
      return Reason.CSRF_TOKEN_MISSING;
    }
    if (shown.size() > 1 || holders.noneMatch(holder -> tokens.isOf(shown.get(0), holder))) {
      return Reason.CSRF_TOKEN_INVALID;
    }
    exempt(request);
    return null;
  }

  private Stream<CsrfHolder> holders(HttpServletRequest request) {
    Stream<String> logins =
        Stream.concat(
            Stream.ofNullable(RequestLogin.of(request)).map(login -> login.session().id()),
            credentials.tickets(request).stream().map(Ticket::sessionId));
    return Stream.concat(Stream.ofNullable(visitor.of(request)), logins.map(CsrfHolder::login));
  }
}

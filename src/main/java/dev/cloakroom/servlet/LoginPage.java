package dev.cloakroom.servlet;

import dev.cloakroom.config.LoginSettings;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.BrowserRequest;
import dev.cloakroom.http.Challenge;
import dev.cloakroom.http.LocalTarget;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The application's login page, if one is configured, and the way there and back. Paths are those
 * of the settings, below the application's context path. Safe for use by several threads.
 */
public final class LoginPage {
  private final LoginSettings settings;

  /** The page that the settings name. */
  public LoginPage(LoginSettings settings) {
    this.settings = settings;
  }

  /**
   * The answer to a request that is refused: for a visitor who wants a page and could log in, the
   * way to the login page; for everybody else the refusal.
   */
  public Answer orElse(Refusal refusal, HttpServletRequest request) {
    boolean visitor =
        refusal.reason().status() == 401
            && request.getMethod().equals("GET")
            && BrowserRequest.acceptsHtml(request.getHeader("Accept"));
    return (visitor ? withNext(request) : Optional.<LocalTarget>empty())
        .map(Answer::seeOther)
        .orElseGet(() -> refusal.answer(Challenge.REALM));
  }

  /** Whether there is one. */
  public boolean isConfigured() {
    return settings.page() != null;
  }

  /** The page itself; empty if none is configured. */
  public Optional<LocalTarget> of(HttpServletRequest request) {
    return target(request, "");
  }

  /** The page, with the reason why a login failed. */
  public Optional<LocalTarget> withReason(HttpServletRequest request, Reason reason) {
    return target(request, "?reason=" + reason.code());
  }

  private Optional<LocalTarget> withNext(HttpServletRequest request) {
    String query = request.getQueryString();
    String next = request.getRequestURI() + (query == null ? "" : "?" + query);
    return target(request, "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
        .or(() -> of(request));
  }

  /** Where a login by form leads: to what it asked for if that is local, else the default. */
  public LocalTarget afterLogin(HttpServletRequest request, @Nullable String next) {
    return LocalTarget.parse(next)
        .or(() -> LocalTarget.parse(request.getContextPath() + settings.defaultTarget()))
        .orElseThrow();
  }

  private Optional<LocalTarget> target(HttpServletRequest request, String query) {
    String page = settings.page();
    return page == null
        ? Optional.empty()
        : LocalTarget.parse(request.getContextPath() + page + query);
  }
}

package dev.cloakroom.servlet;

import dev.cloakroom.crossorigin.CsrfHolder;
import dev.cloakroom.crossorigin.CsrfTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Gives CSRF tokens to whom they are of. Safe for use by several threads. */
public final class CsrfHandout {
  private final CsrfTokens tokens;
  private final VisitorCookie visitor;
  private final @Nullable ScriptCookie script;

  /**
   * Gives these tokens.
   *
   * @param script has scripts know theirs; null if they ask for it themselves
   */
  public CsrfHandout(CsrfTokens tokens, VisitorCookie visitor, @Nullable ScriptCookie script) {
    this.tokens = tokens;
    this.visitor = visitor;
    this.script = script;
  }

  /** A token of a login. */
  public String of(RequestLogin login) {
    return tokens.of(holder(login));
  }

  /**
   * A token of whom a request comes from, in an answer that no cache keeps.
   *
   * @throws IllegalStateException if it is a visitor whom no cookie can reach
   */
  public String of(HttpServletRequest request, HttpServletResponse response) {
    String token = tokens.of(holder(request, response));
    if (!response.isCommitted()) {
      AnswerCaching.forbid(GuardingResponse.behind(response));
    }
    return token;
  }

  /**
   * Has the scripts of whom a request comes from know a token, where that is wanted and they do not
   * yet. Whoever shows a bearer token needs none.
   */
  public void tellScripts(HttpServletRequest request, HttpServletResponse response) {
    RequestLogin login = RequestLogin.of(request);
    if (script == null || login instanceof RequestLogin.ByBearer) {
      return;
    }
    CsrfHolder shown = login == null ? visitor.of(request) : holder(login);
    boolean isTold = shown != null && script.isTold(request, shown);
    if (!isTold && OwedCookies.obstacle(request, response) == null) {
      script.tell(request, response, holder(request, response));
    }
  }

  private CsrfHolder holder(HttpServletRequest request, HttpServletResponse response) {
    RequestLogin login = RequestLogin.of(request);
    return login == null ? visitor.known(request, response) : holder(login);
  }

  private static CsrfHolder holder(RequestLogin login) {
    return CsrfHolder.login(login.session().id());
  }
}

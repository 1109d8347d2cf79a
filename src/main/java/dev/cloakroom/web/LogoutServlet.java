package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.BrowserRequest;
import dev.cloakroom.http.Problem;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.ClearSiteData;
import dev.cloakroom.servlet.ContainerSession;
import dev.cloakroom.servlet.CsrfHandout;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.servlet.Logout;
import dev.cloakroom.servlet.ShownLogins.Shown;
import dev.cloakroom.servlet.ShownLogins.Unread;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Set;

/**
 * {@code POST /logout}: ends every login session that the request shows a genuine cookie or token
 * of, and the container's session with it. To have nobody logged in is no error. What cannot be
 * read is: who sent it may think that its login has ended.
 */
public class LogoutServlet extends EndpointServlet {
  private static final long serialVersionUID = 1L;
  private static final String ENDED =
      "Each login whose genuine cookie or token was read has ended. But ";
  private static final Problem REPEATED =
      new Problem(
          Reason.AMBIGUOUS_CREDENTIALS, ENDED + "more than one Authorization header was sent.");
  private static final Problem UNKNOWN_TOKEN =
      new Problem(
          Reason.MALFORMED_REQUEST,
          ENDED + "what was sent as bearer token is none of this application.");
  private static final Problem TOKEN_WITHOUT_ID =
      new Problem(
          Reason.TOKEN_WITHOUT_ID,
          ENDED
              + "the bearer token is of another issuer and has no jti: it is good until it runs"
              + " out, or its issuer ends it.");
  private static final Problem UNKNOWN_COOKIE =
      new Problem(
          Reason.MALFORMED_REQUEST,
          ENDED + "a cookie that was sent holds no ticket, or more were sent than are read.");

  private static final Problem FOREIGN_COOKIE =
      new Problem(
          Reason.CROSS_ORIGIN_REFUSED,
          "The login of the token has ended. But a page of another origin had the cookie sent.");

  @Inject transient Logout logout;
  @Inject transient LoginPage page;
  @Inject transient ClearSiteData clearing;
  @Inject transient CsrfHandout csrfTokens;

  /** Made by the container. */
  public LogoutServlet() {
    on("POST", this::logOut);
  }

  private Answer logOut(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    Shown shown = logout.run(request, response);
    if (shown.isUndecided()) {
      return Answer.of(Reason.UNAVAILABLE);
    }
    Set<Unread> unread = shown.unread();
    request.logout();
    csrfTokens.tellScripts(request, response);
    HttpSession containerSession = request.getSession(false);
    if (containerSession != null) {
      ContainerSession.end(containerSession);
    }
    return unread.contains(Unread.FOREIGN_COOKIE)
        ? Answer.of(FOREIGN_COOKIE)
        : clearing.in(answer(request, unread), request);
  }

  private Answer answer(HttpServletRequest request, Set<Unread> unread) {
    if (unread.contains(Unread.REPEATED_AUTHORIZATION)) {
      return Answer.of(REPEATED);
    }
    if (unread.contains(Unread.TOKEN_WITHOUT_ID)) {
      return Answer.of(TOKEN_WITHOUT_ID);
    }
    if (!unread.isEmpty()) {
      return Answer.of(unread.contains(Unread.TOKEN) ? UNKNOWN_TOKEN : UNKNOWN_COOKIE);
    }
    return BrowserRequest.acceptsHtml(request.getHeader("Accept"))
        ? Answer.seeOther(page.of(request).orElseGet(() -> page.afterLogin(request, null)))
        : Answer.json(200, "{}");
  }
}

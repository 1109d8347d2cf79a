package dev.cloakroom.it.onetime.app;

import dev.cloakroom.AskingBrowser;
import dev.cloakroom.OneTimeGrant;
import dev.cloakroom.OneTimeTokens;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Issues tokens to everybody who asks, and redeems and revokes them. */
@WebServlet("/one-time")
public class OneTimePage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  @Inject transient OneTimeTokens tokens;

  @Resource
  @SuppressWarnings("NullAway.Init")
  transient ManagedExecutorService executor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.getWriter().print(done(request));
  }

  private String done(HttpServletRequest request) throws ServletException {
    OneTimeGrant grant =
        OneTimeGrant.of(request.getParameter("purpose"), request.getParameter("subject"), LIFETIME);
    return switch (request.getParameter("do")) {
      case "issue" -> tokens.issue(grant);
      case "issue-bound" -> tokens.issue(grant.boundTo(tokens.askingBrowser()));
      case "redeem" -> redeemed(grant.purpose(), request.getParameter("token"));
      case "revoke" -> String.valueOf(tokens.revokeAll(grant.subject()));
      case "browser-elsewhere" -> browserElsewhere();
      default -> throw new ServletException("unknown");
    };
  }

  private String redeemed(String purpose, String token) {
    return tokens.redeem(purpose, token).map(Object::toString).orElse("nothing");
  }

  private String browserElsewhere() throws ServletException {
    try {
      AskingBrowser browser = executor.submit(() -> tokens.askingBrowser()).get();
      return browser.toString();
    } catch (InterruptedException e) {
      throw new ServletException(e);
    } catch (ExecutionException refused) {
      return String.valueOf(refused.getCause());
    }
  }
}

package dev.cloakroom.it.caller.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * Open to everybody; keeps a proxy of the server's own context that asks a request of its caller's
 * role, has another one's request asked by it, and then asks that itself.
 */
@WebServlet("/promised-role")
public class RolePromisePage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String ROLE = "admin";

  @Resource
  @SuppressWarnings("NullAway.Init")
  transient ContextService contexts;

  private transient volatile Predicate<HttpServletRequest> promise = request -> false;

  @Override
  @SuppressWarnings("unchecked") // the proxy is what it stands for
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Predicate<HttpServletRequest> asking = asked -> asked.isUserInRole(ROLE);
    promise = contexts.createContextualProxy(asking, Predicate.class);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Within-The-Proxy", String.valueOf(promise.test(request)));
    response.getWriter().print(request.isUserInRole(ROLE));
  }
}

package dev.cloakroom.it.caller.app;

import dev.cloakroom.LoginSession;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** Open to everybody; keeps a contextual proxy of one caller, which another one calls. */
@WebServlet("/promise")
public class PromisePage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Resource
  @SuppressWarnings("NullAway.Init")
  transient ContextService contexts;

  @Inject transient Witness witness;
  @Inject transient LoginSession session;
  private transient volatile Supplier<String> promise = () -> "";

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    ContextService service =
        request.getParameter("own") == null ? Places.defined(Places.DEFINED) : contexts;
    promise = service.contextualSupplier(witness::tell);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(promise.get() + "; " + session.callerName());
  }
}

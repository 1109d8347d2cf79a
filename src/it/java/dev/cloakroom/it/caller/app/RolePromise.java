package dev.cloakroom.it.caller.app;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.function.Predicate;

/** The same as {@link RolePromisePage}, behind a filter that has asked for a role before. */
@Path("promised-role")
@ApplicationScoped
@RolesAllowed("user")
public class RolePromise {
  private static final String ROLE = "admin";

  @Resource
  @SuppressWarnings("NullAway.Init")
  ContextService contexts;

  private volatile Predicate<HttpServletRequest> promise = request -> false;

  @POST
  @SuppressWarnings("unchecked") // the proxy is what it stands for
  public void keep() {
    Predicate<HttpServletRequest> asking = asked -> asked.isUserInRole(ROLE);
    promise = contexts.createContextualProxy(asking, Predicate.class);
  }

  @GET
  public String ask(@Context HttpServletRequest request) {
    request.setAttribute(ROLE, promise.test(request));
    return String.valueOf(request.isUserInRole(ROLE));
  }
}

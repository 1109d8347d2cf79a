package dev.cloakroom.it.logins.app;

import dev.cloakroom.LoginSession;
import dev.cloakroom.event.LoggedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is there when a login is told of: by each caller's name what was injected says. */
@ApplicationScoped
public class LoginListener {
  private final Map<String, String> heard = new ConcurrentHashMap<>();

  @Inject LoginSession login;
  @Inject SecurityContext security;

  void on(@Observes LoggedIn event) {
    Set<CallerPrincipal> callers = security.getPrincipalsByType(CallerPrincipal.class);
    String container = callers.stream().findAny().map(Principal::getName).orElse("nobody");
    heard.put(
        event.callerName(),
        login.callerName()
            + " "
            + container
            + (security.isCallerInRole("user") ? " user" : "")
            + (event.sessionId().equals(login.id()) ? " same" : " other"));
  }

  String about(String caller) {
    return heard.getOrDefault(caller, "nothing");
  }
}

package dev.cloakroom.it.logins.app;

import dev.cloakroom.event.LoggedIn;
import dev.cloakroom.event.LoggedOut;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hears of logins in a class that only administrators may call. */
@ApplicationScoped
@RolesAllowed("admin")
public class GuardedListener {
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  @Inject GuardedListener self;

  /** Public, so that pages could call it. */
  public void on(@Observes LoggedIn event) {
    heard.add("in " + event.callerName());
    if (event.callerName().endsWith("-deep")) {
      self.adminsOnly(event.callerName());
    }
  }

  void on(@Observes LoggedOut event) {
    heard.add("out " + event.callerName());
  }

  /** What pages must not call for users. */
  public void adminsOnly(String caller) {
    heard.add("deeper " + caller);
  }

  @PermitAll
  public String about(String caller) {
    return String.join(", ", heard.stream().filter(line -> line.endsWith(" " + caller)).toList());
  }
}

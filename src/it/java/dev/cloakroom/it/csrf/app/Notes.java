package dev.cloakroom.it.csrf.app;

import dev.cloakroom.LoginSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;

/** What requests change: how many notes were written. */
@ApplicationScoped
public class Notes {
  private final AtomicInteger written = new AtomicInteger();

  @Inject LoginSession login;

  /** Writes one; says who has written what. */
  public String write(String text) {
    written.incrementAndGet();
    return (login.isAnonymous() ? "nobody" : login.callerName()) + ": " + text;
  }

  /** How many there are. */
  public int count() {
    return written.get();
  }
}

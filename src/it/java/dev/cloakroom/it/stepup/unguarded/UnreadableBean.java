package dev.cloakroom.it.stepup.unguarded;

import dev.cloakroom.Fresh;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean with an age that is none. */
@ApplicationScoped
public class UnreadableBean {

  @Fresh(within = "10 minutes")
  public String read() {
    return "read";
  }
}

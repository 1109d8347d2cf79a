package dev.cloakroom.it.stepup.unguarded;

import dev.cloakroom.Fresh;

/** Nobody's: made by whoever wants it. */
public class FreshObject {

  @Fresh
  public String read() {
    return "read";
  }
}

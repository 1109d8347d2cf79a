package dev.cloakroom.it.access.app;

/** Has no rule, nor has its method. */
public class OpenAccounts {

  public String handedOn() {
    return "read";
  }
}

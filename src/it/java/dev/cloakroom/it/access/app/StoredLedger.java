package dev.cloakroom.it.access.app;

import jakarta.enterprise.context.ApplicationScoped;

/** Repeats no annotation. */
@ApplicationScoped
public class StoredLedger implements Ledger {

  @Override
  public String read() {
    return "read";
  }

  @Override
  public String readOf(String page) {
    return "read";
  }
}

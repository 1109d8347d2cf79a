package dev.cloakroom.testkit;

import dev.cloakroom.LoginSession;
import dev.cloakroom.access.Caller;
import dev.cloakroom.access.RequiredProof;

/** A caller without a server, as rules see them. */
record FakeCaller(LoginSession session) implements Caller {

  @Override
  public boolean isAnonymous() {
    return session.isAnonymous();
  }

  @Override
  public boolean isInRole(String role) {
    return session.groups().contains(role);
  }

  @Override
  public boolean hasProven(RequiredProof proof) {
    return session instanceof FakeSession fake && fake.hasProven(proof.level(), proof.within());
  }
}

package dev.cloakroom.access;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

/** Classes and interfaces with rules, as applications write them. */
final class RuledTypes {

  private RuledTypes() {}

  /** Written at the class. */
  @RolesAllowed("user")
  static class Guarded {
    public void plain() {}

    @PermitAll
    public void forAll() {}

    @RolesAllowed("admin")
    public void forAdmins() {}

    @DenyAll
    public void forNobody() {}

    @RolesAllowed({})
    public void forNoRole() {}
  }

  /** Writes some anew. */
  static class Heir extends Guarded {
    public void own() {}

    @Override
    public void forAdmins() {}

    @Override
    @RolesAllowed("clerk")
    public void forNobody() {}
  }

  /** What a client may be given. */
  interface Api {
    @RolesAllowed("admin")
    void asked();

    @RolesAllowed("admin")
    default void given() {}
  }

  interface WiderApi extends Api {}

  static class Implementing implements WiderApi {
    @Override
    public void asked() {}
  }

  static class ImplementingHeir extends Implementing {
    @Override
    public void asked() {}
  }

  @RolesAllowed("admin")
  interface GuardedApi {
    void asked();
  }

  static class ImplementingGuarded implements GuardedApi {
    @Override
    public void asked() {}

    public void own() {}
  }

  interface ForUsers {
    @RolesAllowed({"user", "admin"})
    void shared();

    @RolesAllowed("user")
    void disputed();

    @PermitAll
    void half();
  }

  interface ForAdmins {
    @RolesAllowed({"admin", "clerk"})
    void shared();

    @RolesAllowed("admin")
    void disputed();

    @RolesAllowed("admin")
    void half();
  }

  static class Both implements ForUsers, ForAdmins {
    @Override
    public void shared() {}

    @Override
    public void disputed() {}

    @Override
    public void half() {}
  }

  /** The superclass is as near as the interface, and comes first. */
  static class ClassFirst extends OfClass implements ForAdmins {
    @Override
    public void shared() {}

    @Override
    public void disputed() {}

    @Override
    public void half() {}
  }

  static class OfClass {
    @PermitAll
    public void half() {}
  }

  /** A method's rule comes before any type's. */
  @RolesAllowed("user")
  static class MethodFirst implements ForAdmins {
    @Override
    public void shared() {}

    @Override
    public void disputed() {}

    @Override
    public void half() {}
  }

  static class Bare {
    public void own() {}
  }

  static class Twice {
    @PermitAll
    @RolesAllowed("user")
    public void openAndShut() {}

    @DenyAll
    @RolesAllowed("user")
    public void shutTwice() {}
  }
}

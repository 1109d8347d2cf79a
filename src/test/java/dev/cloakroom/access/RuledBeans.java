package dev.cloakroom.access;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.lang.reflect.Proxy;

/** Beans with rules, and what makes beans. */
final class RuledBeans {

  private RuledBeans() {}

  @ApplicationScoped
  @RolesAllowed("user")
  static class Plain {
    public String guarded() {
      return "guarded";
    }

    @PermitAll
    public String open() {
      return "open";
    }
  }

  interface Api {
    @RolesAllowed("user")
    String guarded();
  }

  @Dependent
  static class Implementing implements Api {
    @Override
    public String guarded() {
      return "by its interface";
    }
  }

  abstract static class Superclass {
    @DenyAll
    public abstract String closed();
  }

  @Dependent
  static class Heir extends Superclass {
    @Override
    public String closed() {
      return "never";
    }
  }

  @Path("resource")
  @RequestScoped
  static class Resource {
    @RolesAllowed("user")
    public String guarded() {
      return "a resource";
    }
  }

  interface Numbered {}

  /** Guarded by the filter alone. */
  @Path("unproxyable")
  @Dependent
  static class Unproxyable implements Numbered {
    @RolesAllowed("user")
    public final String guarded() {
      return "by a request";
    }
  }

  @Path("caller")
  @Dependent
  static class Caller {
    @Inject Resource resource;
  }

  /** Made by producers only. */
  @Typed
  static class Made implements Api {
    @Override
    @RolesAllowed("user")
    public String guarded() {
      return "made";
    }
  }

  /** Cannot be proxied. */
  static final class Sealed implements Api {
    @Override
    public String guarded() {
      return "never";
    }
  }

  interface Other {
    String guarded();
  }

  /** Made of a lambda. */
  interface Wiper {
    @RolesAllowed("user")
    String guarded();
  }

  /** Made of a handler of the application's. */
  interface Cleaner {
    @RolesAllowed("user")
    String guarded();
  }

  @Dependent
  static class Workshop {
    @Produces
    @Any
    Made made() {
      return new Made();
    }

    @Produces
    Other none() {
      return () -> "of no rule";
    }

    @Produces
    Wiper lambda() {
      return () -> "never";
    }

    @Produces
    Cleaner handled() {
      return (Cleaner)
          Proxy.newProxyInstance(
              Cleaner.class.getClassLoader(),
              new Class<?>[] {Cleaner.class},
              (self, method, arguments) -> "never");
    }

    @Produces
    @Singleton
    Sealed sealed() {
      return new Sealed();
    }
  }

  @Dependent
  static class InjectedFactory {
    @Produces
    Callable passedOn(Plain plain) {
      return plain::guarded;
    }
  }

  interface Callable {
    String call();
  }
}

package dev.cloakroom.testkit;

import dev.cloakroom.LoginSession;
import dev.cloakroom.access.AccessExtension;
import dev.cloakroom.access.AccessInterceptor;
import dev.cloakroom.access.AccessRule;
import dev.cloakroom.access.AccessRules;
import dev.cloakroom.access.Caller;
import dev.cloakroom.access.RuleSearch;
import dev.cloakroom.testkit.standin.StandIn;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.function.Supplier;

/**
 * Has the beans of a CDI container without a server see the caller of {@link LoggedInAs}: {@link
 * LoginSession}, {@link SecurityContext}, {@link Principal} and {@code JsonWebToken} can be
 * injected, and {@code @RolesAllowed}, {@code @AuthenticationLevel} and {@code @Fresh} hold. Give
 * it to the container as an extension, which Weld JUnit does by {@code @AddExtensions}.
 */
public class TestLogins extends AccessExtension {

  /** Made by the container. */
  public TestLogins() {}

  void guard(@Observes BeforeBeanDiscovery discovery) {
    discovery.addAnnotatedType(AccessInterceptor.class, AccessInterceptor.class.getName());
  }

  void add(@Observes AfterBeanDiscovery discovery) {
    bean(discovery, LoginSession.class, () -> CurrentTest.get().login().session());
    bean(discovery, SecurityContext.class, () -> CurrentTest.get().login().securityContext());
    bean(discovery, Principal.class, () -> CurrentTest.get().login().principal());
    bean(discovery, Caller.class, () -> new FakeCaller(CurrentTest.get().login().session()));
    if (hasMpJwt()) {
      TokenBean.addTo(discovery);
    }
    discovery
        .addBean()
        .types(AccessRules.class)
        .scope(Singleton.class)
        .createWith(creation -> new AccessRules(RuleSearch.WITH_INHERITED, AccessRule.EVERYBODY));
  }

  /** Asked for at each call, so that it may be kept in a bean of any scope. */
  static <T> void bean(AfterBeanDiscovery discovery, Class<T> type, Supplier<T> current) {
    discovery
        .<T>addBean()
        .types(type, Object.class)
        .scope(Singleton.class)
        .createWith(creation -> StandIn.of(type, current));
  }

  private static boolean hasMpJwt() {
    try {
      Class.forName("org.eclipse.microprofile.jwt.JsonWebToken");
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}

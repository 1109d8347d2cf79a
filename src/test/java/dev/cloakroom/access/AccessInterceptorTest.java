package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.testing.Stub;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccessInterceptorTest {

  /** A bean as an application writes it. */
  static class Vault {
    @RolesAllowed("user")
    public void forUsers() {}

    @RolesAllowed("**")
    public void forCallers() {}

    @DenyAll
    public void forNobody() {}
  }

  @SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
  private static AccessInterceptor of(@Nullable String name, String... roles) {
    AccessInterceptor interceptor = new AccessInterceptor();
    interceptor.beans =
        new AccessExtension(
            new CallGuard(
                new AccessRules(RuleSearch.WITH_INHERITED, AccessRule.EVERYBODY),
                new Somebody(name, Set.of(roles))));
    return interceptor;
  }

  private static InvocationContext callOf(String name) throws NoSuchMethodException {
    Method method = Vault.class.getMethod(name);
    return Stub.of(
        InvocationContext.class,
        Map.of(
            "getMethod", unused -> method,
            "getTarget", unused -> new Vault(),
            "proceed", unused -> "done"));
  }

  @Test
  void guard_callerWithTheRole_goesOn() throws Exception {
    assertThat(of("alice", "user").guard(callOf("forUsers"))).isEqualTo("done");
    assertThat(of("alice").guard(callOf("forCallers"))).isEqualTo("done");
  }

  @Test
  @Tag("G7")
  void guard_callerWithoutTheRole_isRefusedBeforeTheCall() {
    assertThatThrownBy(() -> of("alice", "other").guard(callOf("forUsers")))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessage("Vault.forUsers is for callers in one of the roles [user].");
    assertThatThrownBy(() -> of("alice", "user").guard(callOf("forNobody")))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessage("Vault.forNobody is for nobody.")
        .matches(refused -> ((AccessDeniedException) refused).isForNobody());
  }

  @Test
  @Tag("G7")
  void guard_anonymousCaller_isRefused() {
    assertThatThrownBy(() -> of(null).guard(callOf("forUsers")))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> of(null, "**").guard(callOf("forCallers")))
        .isInstanceOf(AccessDeniedException.class);
  }
}

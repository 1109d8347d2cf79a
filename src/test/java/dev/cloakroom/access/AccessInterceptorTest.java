package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.testing.Stub;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.interceptor.InvocationContext;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccessInterceptorTest {

  /** A bean as an application writes it. */
  static class Vault {
    @RolesAllowed("user")
    public void forUsers() {}

    @RolesAllowed("**")
    public void forCallers() {}

    @RolesAllowed("known to the request")
    public void forRequests() {}

    @DenyAll
    public void forNobody() {}
  }

  @SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
  private static AccessInterceptor of(@Nullable String name, String... roles) {
    Set<CallerPrincipal> principals = name == null ? Set.of() : Set.of(new CallerPrincipal(name));
    AccessInterceptor interceptor = new AccessInterceptor();
    interceptor.beans =
        new AccessExtension(new AccessRules(RuleSearch.WITH_INHERITED, AccessRule.EVERYBODY));
    interceptor.security =
        Stub.of(
            SecurityContext.class,
            Map.of(
                "getPrincipalsByType", unused -> principals,
                "isCallerInRole", asked -> Set.of(roles).contains((String) asked[0])));
    interceptor.request =
        Stub.of(
            HttpServletRequest.class,
            Map.of("isUserInRole", asked -> "known to the request".equals(asked[0])));
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

  /** On JDK 25 there is a server whose security context knows no role. */
  @Test
  void guard_roleThatOnlyTheRequestKnows_goesOn() throws Exception {
    assertThat(of("alice").guard(callOf("forRequests"))).isEqualTo("done");
  }

  /** Outside of a request, and in an Enterprise Bean of Open Liberty. */
  static Stream<RuntimeException> noRequestToAsk() {
    return Stream.of(
        new ContextNotActiveException(), new IllegalStateException(), new ClassCastException());
  }

  @ParameterizedTest
  @MethodSource("noRequestToAsk")
  @SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
  void guard_withoutARequestToAsk_asksTheContextAlone(RuntimeException thrown) throws Exception {
    AccessInterceptor interceptor = of("alice", "user");
    interceptor.request =
        Stub.of(
            HttpServletRequest.class,
            Map.of(
                "isUserInRole",
                asked -> {
                  throw thrown;
                }));

    assertThat(interceptor.guard(callOf("forUsers"))).isEqualTo("done");
    assertThatThrownBy(() -> interceptor.guard(callOf("forRequests")))
        .isInstanceOf(AccessDeniedException.class);
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

package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.Stub;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContainerCallerTest {

  private static Caller of(Set<CallerPrincipal> principals, Function<Object[], Object> request) {
    return new ContainerCaller(
        Stub.of(
            SecurityContext.class,
            Map.of(
                "getPrincipalsByType", unused -> principals,
                "isCallerInRole", asked -> "user".equals(asked[0]))),
        Stub.of(HttpServletRequest.class, Map.of("isUserInRole", request)));
  }

  private static Caller alice(Function<Object[], Object> request) {
    return of(Set.of(new CallerPrincipal("alice")), request);
  }

  @Test
  void caller_isKnownByTheTypeOfThePrincipal() {
    assertThat(alice(asked -> false).isAnonymous()).isFalse();
    assertThat(of(Set.of(), asked -> false).isAnonymous()).isTrue();
  }

  /** Open Liberty, on a thread of the application's own. */
  @Test
  void threadWithoutAnyApplication_isAnonymous_inNoRole() {
    SecurityContext none =
        Stub.of(
            SecurityContext.class,
            Map.of(
                "getPrincipalsByType", unused -> null,
                "isCallerInRole",
                    unused -> {
                      throw new NullPointerException();
                    }));
    HttpServletRequest request =
        Stub.of(HttpServletRequest.class, Map.of("isUserInRole", unused -> false));

    assertThat(new ContainerCaller(none, request).isAnonymous()).isTrue();
    assertThat(new ContainerCaller(none, request).isInRole("user")).isFalse();
  }

  /** On JDK 25 there is a server whose security context knows no role. */
  @Test
  void role_isTheContextsOrTheRequests() {
    Caller alice = alice(asked -> "known to the request".equals(asked[0]));

    assertThat(alice.isInRole("user")).isTrue();
    assertThat(alice.isInRole("known to the request")).isTrue();
    assertThat(alice.isInRole("other")).isFalse();
  }

  /** Outside of a request, in an Enterprise Bean of Open Liberty, on a thread of Payara Micro 7. */
  static Stream<RuntimeException> noRequestToAsk() {
    return Stream.of(
        new ContextNotActiveException(),
        new IllegalStateException(),
        new ClassCastException(),
        new NullPointerException());
  }

  @ParameterizedTest
  @MethodSource("noRequestToAsk")
  void role_withoutARequestToAsk_isTheContextsAlone(RuntimeException thrown) {
    Caller alice =
        alice(
            asked -> {
              throw thrown;
            });

    assertThat(alice.isInRole("user")).isTrue();
    assertThat(alice.isInRole("other")).isFalse();
  }
}

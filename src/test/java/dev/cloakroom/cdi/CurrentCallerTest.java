package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.mechanism.NamedCaller;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.task.CurrentLogin;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.Stub;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A container that has a caller in the role {@code user}, and the requests that it has them in. */
class CurrentCallerTest {
  private final TestApplication app = new TestApplication();
  private final FakeRequest request = FakeRequest.get("/page");
  private final CurrentCaller current = new CurrentCaller();

  @BeforeEach
  @SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
  void inject() {
    current.login = new CurrentLogin(request);
    current.request = request;
  }

  @SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
  private void containerHas(CallerPrincipal caller) {
    current.security =
        Stub.of(
            SecurityContext.class,
            Map.of(
                "getPrincipalsByType",
                asked ->
                    Set.of(caller).stream()
                        .filter(((Class<?>) asked[0])::isInstance)
                        .collect(Collectors.toSet()),
                "isCallerInRole",
                asked -> "user".equals(asked[0])));
  }

  private void requestOf(String callerName) {
    OpenedSession opened = app.browserLogin(callerName);
    new RequestLogin.ByTicket(opened.session(), opened.ticket())
        .establish(request, new FakeResponse());
  }

  @Test
  void callerOfTheRequest_isWhomTheContainerHas() {
    containerHas(new NamedCaller("alice"));
    requestOf("alice");

    assertThat(current.isAnonymous()).isFalse();
    assertThat(current.isInRole("user")).isTrue();
  }

  /** As an Enterprise Bean's {@code @RunAs}. */
  @Test
  void callerWhomTheContainerHasOtherwise_isItsOwn() {
    containerHas(new CallerPrincipal("system"));

    assertThat(current.isAnonymous()).isFalse();
    assertThat(current.isInRole("user")).isTrue();
  }

  @Test
  @Tag("G7")
  void callerOfOurs_whoseLoginIsNotKnown_isNobody() {
    containerHas(new NamedCaller("alice"));

    assertThat(current.isAnonymous()).isTrue();
    assertThat(current.isInRole("user")).isFalse();
  }

  @Test
  @Tag("G7")
  void callerOfOurs_inARequestOfAnother_isNobody() {
    containerHas(new NamedCaller("alice"));
    requestOf("bob");

    assertThat(current.isAnonymous()).isTrue();
    assertThat(current.isInRole("user")).isFalse();
  }
}

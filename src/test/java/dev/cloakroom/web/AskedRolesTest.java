package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.servlet.CookiePolicy;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the container is asked about its caller's roles, and what the application hears. */
@Tag("G7")
class AskedRolesTest {
  private final TestApplication app = new TestApplication();
  private final FakeRequest fake = FakeRequest.get("/page");
  private final Container container = new Container(fake);
  private final List<@Nullable String> asked = new ArrayList<>();
  private @Nullable Principal caller = new CallerPrincipal("alice");
  private DispatcherType dispatch = DispatcherType.REQUEST;
  private String role = "user";

  /** Has a caller in one role. */
  private final class Container extends HttpServletRequestWrapper {
    Container(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
      return caller;
    }

    @Override
    public DispatcherType getDispatcherType() {
      return dispatch;
    }

    @Override
    public boolean isUserInRole(@Nullable String name) {
      asked.add(name);
      return caller != null && role.equals(name);
    }
  }

  private void run(Consumer<HttpServletRequest> application) throws IOException, ServletException {
    new ApplicationFilter(
            new CookiePolicy(app.settings.cookie()),
            new RefusedCalls(app.page),
            ManualClock.atNoon(),
            () -> false)
        .doFilter(
            container,
            new FakeResponse(),
            (request, response) -> application.accept((HttpServletRequest) request));
  }

  @Test
  void roleThatAFilterHasFound_isNotAskedOfTheContainerAgain()
      throws IOException, ServletException {
    run(
        request -> {
          ServedCaller.foundInRole("user");
          assertThat(request.isUserInRole("user")).isTrue();
          assertThat(request.isUserInRole("admin")).isFalse();
          assertThat(request.isUserInRole(null)).isFalse();
        });

    assertThat(asked).containsExactly("admin", null);
  }

  /** The server's request may go by what the thread works for. */
  @Test
  void roleThatTheApplicationHasAskedFor_isAskedEachTime() throws IOException, ServletException {
    run(
        request -> {
          assertThat(request.isUserInRole("user")).isTrue();
          role = "guest";
          assertThat(request.isUserInRole("user")).isFalse();
        });

    assertThat(asked).containsExactly("user", "user");
  }

  @Test
  void anotherCaller_isAskedAbout() throws IOException, ServletException {
    run(
        request -> {
          ServedCaller.foundInRole("user");
          role = "guest";
          caller = new CallerPrincipal("alice");
          assertThat(request.isUserInRole("user")).isFalse();
          assertThat(request.isUserInRole("guest")).isTrue();
          caller = null;
          assertThat(request.isUserInRole("guest")).isFalse();
        });
  }

  /** Another servlet can have other names for roles. */
  @Test
  void dispatch_isAskedAboutEachTime() throws IOException, ServletException {
    run(
        request -> {
          ServedCaller.foundInRole("user");
          role = "guest";
          dispatch = DispatcherType.FORWARD;
          assertThat(request.isUserInRole("user")).isFalse();
          ServedCaller.foundInRole("guest");
          dispatch = DispatcherType.REQUEST;
          assertThat(request.isUserInRole("user")).isTrue();
          request.setAttribute(RequestDispatcher.INCLUDE_REQUEST_URI, "/other");
          assertThat(request.isUserInRole("user")).isFalse();
        });
  }

  @Test
  void outsideOfARequest_nothingIsFound() {
    ServedCaller.foundInRole("user");

    assertThat(asked).isEmpty();
  }
}

package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.FilterAround;
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
    FilterAround.of(app)
        .doFilter(
            container,
            new FakeResponse(),
            (request, response) -> application.accept((HttpServletRequest) request));
  }

  private static boolean filterAsks(HttpServletRequest request, String name) {
    return ServedCaller.isInRole(name, () -> request.isUserInRole(name));
  }

  @Test
  void roleThatAFilterHasFound_isNotAskedOfTheContainerOnceMore()
      throws IOException, ServletException {
    run(
        request -> {
          assertThat(filterAsks(request, "user")).isTrue();
          assertThat(request.isUserInRole("user")).isTrue();
          assertThat(asked).containsExactly("user");
          assertThat(request.isUserInRole("user")).isTrue();
          assertThat(request.isUserInRole("admin")).isFalse();
          assertThat(request.isUserInRole(null)).isFalse();
        });

    assertThat(asked).containsExactly("user", "user", "admin", null);
  }

  @Test
  void roleThatAFilterHasNotFound_isAskedAgain() throws IOException, ServletException {
    run(
        request -> {
          assertThat(filterAsks(request, "guest")).isFalse();
          role = "guest";
          assertThat(request.isUserInRole("guest")).isTrue();
        });
  }

  /** As a filter of the application that hands on a request of its own. */
  @Test
  void roleThatAnotherThanTheContainerHasGiven_isNotKept() throws IOException, ServletException {
    run(
        request -> {
          assertThat(request.isUserInRole("user")).isTrue();
          assertThat(ServedCaller.isInRole("admin", () -> true)).isTrue();
          assertThat(request.isUserInRole("admin")).isFalse();
        });
  }

  /** A REST server may go on with one request on the thread of another. */
  @Test
  void roleOfAnotherRequest_isNotKept() throws IOException, ServletException {
    List<HttpServletRequest> others = new ArrayList<>();
    run(others::add);
    run(
        request -> {
          assertThat(filterAsks(others.get(0), "user")).isTrue();
          role = "guest";
          assertThat(request.isUserInRole("user")).isFalse();
          assertThat(others.get(0).isUserInRole("user")).isFalse();
        });
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
          assertThat(filterAsks(request, "user")).isTrue();
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
          assertThat(filterAsks(request, "user")).isTrue();
          role = "guest";
          dispatch = DispatcherType.FORWARD;
          assertThat(request.isUserInRole("user")).isFalse();
          assertThat(filterAsks(request, "guest")).isTrue();
          dispatch = DispatcherType.REQUEST;
          request.setAttribute(RequestDispatcher.INCLUDE_REQUEST_URI, "/other");
          role = "user";
          assertThat(request.isUserInRole("guest")).isFalse();
        });
  }

  @Test
  void outsideOfARequest_whoIsAskedAnswers() {
    assertThat(ServedCaller.isInRole("user", () -> true)).isTrue();
    assertThat(ServedCaller.isInRole("user", () -> false)).isFalse();
  }
}

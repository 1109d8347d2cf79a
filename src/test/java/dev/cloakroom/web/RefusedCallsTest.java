package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.access.RefusedCall;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.ErrorPages;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.FilterAround;
import dev.cloakroom.testing.RequestBy;
import dev.cloakroom.testing.RequestTo;
import dev.cloakroom.testing.TestApplication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a client is answered when a bean refuses, through the filter that sees it. */
class RefusedCallsTest {
  private final AccessDeniedException denied =
      new AccessDeniedException("Vault.open is for callers in one of the roles [user].");

  private final FakeResponse response = new FakeResponse();
  private final FakeRequest page = FakeRequest.get("/page").header("Accept", "text/html");

  private static ApplicationFilter filter(TestApplication app) {
    return FilterAround.of(app);
  }

  private void run(HttpServletRequest request, FilterChain application)
      throws IOException, ServletException {
    filter(new TestApplication()).doFilter(request, response, application);
  }

  private static FilterChain failing(RuntimeException failure) {
    return (request, response) -> {
      throw failure;
    };
  }

  @Test
  @Tag("B4")
  void whatIsForNobody_isForbiddenWhoeverCalls() throws IOException, ServletException {
    run(
        RequestBy.nobody(page),
        failing(AccessDeniedException.forNobody("Vault.open is for nobody.")));

    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(response.getHeader("WWW-Authenticate")).isNull();
  }

  @Test
  @Tag("B4")
  void anonymousCaller_isChallengedByWhatTheMechanismSaw() throws IOException, ServletException {
    page.setAttribute(Refusal.ATTRIBUTE, Refusal.cookie(Reason.SESSION_EXPIRED));

    run(RequestBy.nobody(page), failing(denied));

    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getHeader("WWW-Authenticate")).startsWith("Bearer ");
    assertThat(response.text()).contains("session-expired").doesNotContain("Vault");
  }

  @Test
  @Tag("B4")
  void caller_isForbidden_andNotChallenged() throws IOException, ServletException {
    run(RequestBy.caller("alice"), failing(new IllegalStateException(denied)));

    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(response.containsHeader("WWW-Authenticate")).isFalse();
    assertThat(response.text()).contains("forbidden");
  }

  /** As of {@code LoginSessions}, or of a bean that lives as long as the login. */
  @Test
  @Tag("G7")
  void storeThatFailed_howeverWrapped_is503() throws IOException, ServletException {
    StoreUnavailableException failed =
        new StoreUnavailableException("The store is down.", new IOException("cut"));

    run(RequestBy.caller("alice"), failing(new IllegalStateException(failed)));

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isNotNull();
    assertThat(response.text()).contains("unavailable").doesNotContain("down", "cut");
  }

  @Test
  void visitor_isLedToTheLoginPage() throws IOException, ServletException {
    TestApplication app = new TestApplication(Map.of("cloakroom.login.page", "/login.html"));

    filter(app).doFilter(RequestBy.nobody(page), response, failing(denied));

    assertThat(response.getStatus()).isEqualTo(303);
    assertThat(response.getHeader("Location")).isEqualTo("/app/login.html?next=%2Fapp%2Fpage");
  }

  @Test
  @Tag("G7")
  void anotherFailure_isNotOurs() {
    IllegalStateException broken = new IllegalStateException("broken");

    assertThatThrownBy(() -> run(RequestBy.nobody(page), failing(broken))).isSameAs(broken);
    assertThat(response.getStatus()).isEqualTo(200);
  }

  @Test
  void answerThatIsOnItsWay_cannotBeReplaced() {
    FilterChain late =
        (request, sent) -> {
          sent.flushBuffer();
          throw denied;
        };

    assertThatThrownBy(() -> run(RequestBy.nobody(page), late)).isSameAs(denied);
  }

  @Test
  void requestOfAnotherThread_isTheContainersToEnd() {
    HttpServletRequest async =
        new HttpServletRequestWrapper(RequestBy.nobody(page)) {
          @Override
          public boolean isAsyncStarted() {
            return true;
          }
        };

    assertThatThrownBy(() -> run(async, failing(denied))).isSameAs(denied);
  }

  @Test
  void pageThatHasTakenTheWriter_isReplacedAllTheSame() throws IOException, ServletException {
    HttpServletResponse textOnly =
        new HttpServletResponseWrapper(response) {
          @Override
          public ServletOutputStream getOutputStream() {
            throw new IllegalStateException("the writer is in use");
          }
        };

    filter(new TestApplication()).doFilter(RequestBy.caller("alice"), textOnly, failing(denied));

    assertThat(response.getStatus()).isEqualTo(403);
  }

  private boolean hasPageFor(String exception, Throwable failure) {
    RequestTo asked = new RequestTo(page);
    new ErrorPages(Set.of(), Set.of(exception), ErrorPages.Reach.NAMED)
        .tell(asked.getServletContext());
    return ErrorPages.nameJust(failure, RefusedCall::is, asked);
  }

  /** The application has said what its visitors get for that; not what for any failure. */
  @Test
  void pageForTheException_isTheApplicationsAnswer() {
    String named = AccessDeniedException.class.getName();

    assertThat(hasPageFor(named, denied)).isTrue();
    assertThat(hasPageFor(named, new ServletException(denied))).isTrue();
    assertThat(hasPageFor(named, new IllegalStateException(denied))).isFalse();
    assertThat(hasPageFor("java.lang.RuntimeException", denied)).isFalse();
    assertThat(hasPageFor("jakarta.servlet.ServletException", new ServletException(denied)))
        .isFalse();
  }
}

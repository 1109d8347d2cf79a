package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.CsrfExempt;
import dev.cloakroom.config.CsrfMode;
import dev.cloakroom.crossorigin.CsrfHolder;
import dev.cloakroom.servlet.CsrfCheck;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing runs without its token. */
@Tag("X1")
@SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
class CsrfFilterTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final TestApplication app = new TestApplication(Map.of("cloakroom.csrf", "token"));
  private final OpenedSession login = app.browserLogin("alice");
  private final String token = app.csrfTokens.of(CsrfHolder.login(login.session().id()));
  private final CsrfExemptions exemptions = new CsrfExemptions(CsrfMode.TOKEN);
  private final CsrfFilter filter = new CsrfFilter();
  private final FakeResponse response = new FakeResponse();
  private @Nullable HttpServletRequest reached;

  CsrfFilterTest() {
    filter.check = app.csrf;
    filter.handout = app.csrfHandout;
    filter.exemptions = exemptions;
  }

  private void run(FakeRequest request) throws IOException, ServletException {
    filter.doFilter(request, response, (given, unused) -> reached = (HttpServletRequest) given);
  }

  private FakeRequest posted() {
    return Endpoints.by(login, FakeRequest.post("/orders").header("Origin", "https://shop.test"));
  }

  /** A servlet that needs no token. */
  @CsrfExempt
  static class Exempt {}

  /** One below it. */
  static class Heir extends Exempt {}

  @Test
  void request_withoutItsToken_isAnsweredBeforeTheApplication()
      throws IOException, ServletException {
    run(posted());

    assertThat(reached).isNull();
    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(Endpoints.reason(response)).isEqualTo("csrf-token-missing");
  }

  /** They have it heard, and lead a form back to its page. */
  @Test
  void endpointsOfLogins_refuseForThemselves() throws IOException, ServletException {
    for (Class<?> servlet : Set.of(LoginServlet.class, FactorServlet.class)) {
      reached = null;
      FakeRequest request = posted();
      request.to(servlet.getName());
      run(request);

      assertThat(reached).isSameAs(request);
      assertThat(request.getAttribute(CsrfCheck.PASSED)).isNull();
    }
  }

  @Test
  void request_withItsToken_goesOnAsItIs() throws IOException, ServletException {
    FakeRequest request = posted().header("X-CSRF-Token", token);
    run(request);

    assertThat(reached).isSameAs(request);
  }

  @Test
  void form_withItsToken_canBeReadAgain() throws IOException, ServletException {
    FakeRequest request = posted().body(FORM, "").query("text=0");
    request.parameter("text", "0", "ü&");
    request.parameter("_csrf", token);
    run(request);

    HttpServletRequest given = Objects.requireNonNull(reached);
    assertThat(given.getInputStream().readAllBytes())
        .asString()
        .isEqualTo("text=%C3%BC%26&_csrf=" + token);
    assertThat(given.getInputStream().isFinished()).isTrue();
    assertThat(given.getParameterMap().get("text")).containsExactly("0", "ü&");
  }

  @Test
  void safeRequest_goesOn() throws IOException, ServletException {
    FakeRequest request = Endpoints.by(login, FakeRequest.get("/orders"));
    run(request);

    assertThat(reached).isSameAs(request);
    assertThat(response.cookies()).isEmpty();
  }

  @Test
  void exemptServlet_isReached_andWhatExtendsIt() throws IOException, ServletException {
    for (Class<?> servlet : Set.of(Exempt.class, Heir.class)) {
      reached = null;
      FakeRequest request = posted();
      request.to(servlet.getName());
      run(request);

      assertThat(reached).isSameAs(request);
      assertThat(request.getAttribute(CsrfCheck.PASSED)).isNotNull();
    }
  }

  @Test
  @Tag("G3")
  void login_isReached_andRefusesForItself() throws IOException, ServletException {
    FakeRequest request = posted();
    request.to(LoginServlet.class.getName());
    run(request);

    assertThat(reached).isSameAs(request);
    assertThat(request.getAttribute(CsrfCheck.PASSED)).isNull();
  }

  /** What lets a request go on may not be what it is forwarded to. */
  @Test
  void forwardFromWhereARequestWasLetGoOn_isHeld() throws IOException, ServletException {
    exemptions.tellResources(Set.of("rest"), () -> true);
    exemptions.noteExemptResource();
    FakeRequest request = posted();
    request.to("rest");
    run(request);
    assertThat(reached).isNotNull();

    reached = null;
    request.to("page");
    run(request);

    assertThat(reached).isNull();
  }

  @Test
  void servletThatIsNotKnown_isHeld() throws IOException, ServletException {
    for (String servlet : Set.of("", "no.such.Servlet", CsrfFilterTest.class.getName())) {
      FakeRequest request = posted();
      request.to(servlet);
      run(request);

      assertThat(reached).isNull();
    }
  }

  private boolean reaches(String servlet) throws IOException, ServletException {
    reached = null;
    FakeRequest request = posted();
    request.to(servlet);
    run(request);
    return reached != null && CsrfDeferral.refusal(request::getAttribute) != null;
  }

  @Test
  void resources_decideForThemselves_onceOneIsExemptAndAllAskAgain()
      throws IOException, ServletException {
    exemptions.tellResources(Set.of("rest"), () -> true);
    assertThat(reaches("rest")).isFalse();

    exemptions.noteExemptResource();
    assertThat(reaches("rest")).isTrue();
    assertThat(reaches("page")).isFalse();

    exemptions.tellResources(Set.of("rest"), () -> false);
    assertThat(reaches("rest")).isFalse();
  }
}

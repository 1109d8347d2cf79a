package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.FakeSession;
import dev.cloakroom.testing.FilterAround;
import dev.cloakroom.testing.TestApplication;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a guarded cookie can leave. */
class ApplicationFilterTest {
  private static final String COOKIE = "JSESSIONID=first; Path=/app";

  private boolean closed;
  private final FakeResponse response = new FakeResponse();
  private final FakeRequest request = FakeRequest.get("/page").settingCookiesOn(response);
  private final ApplicationFilter filter = FilterAround.of(new TestApplication(), () -> closed);

  /** What stands behind the filter. */
  @FunctionalInterface
  interface Resource {
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  private void run(Resource resource) throws IOException, ServletException {
    filter.doFilter(
        request,
        response,
        (wrappedRequest, wrappedResponse) ->
            resource.answer(
                (HttpServletRequest) wrappedRequest, (HttpServletResponse) wrappedResponse));
  }

  @Test
  @Tag("G7")
  void applicationThatMustNotBeServed_isNotReached() throws IOException, ServletException {
    closed = true;

    run(
        (asked, answered) -> {
          throw new AssertionError("reached");
        });

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.text()).contains("misconfigured-server");
  }

  private static List<String> parts(String cookie) {
    return Arrays.asList(cookie.split("; ", -1));
  }

  static Stream<Named<Resource>> waysOut() {
    return Stream.concat(throughTheWrapper(), pastTheWrapper());
  }

  private static Stream<Named<Resource>> throughTheWrapper() {
    return Stream.of(
        Named.of("addCookie", (q, r) -> r.addCookie(new Cookie("JSESSIONID", "first"))),
        Named.of("addHeader", (q, r) -> r.addHeader("Set-Cookie", COOKIE)),
        Named.of("setHeader", (q, r) -> r.setHeader("set-cookie", COOKIE)),
        Named.of("getSession", (q, r) -> q.getSession()),
        Named.of("getSession(true)", (q, r) -> q.getSession(true)));
  }

  private static Stream<Named<Resource>> pastTheWrapper() {
    return Stream.of(
        pastTheWrapper("a body", r -> r.getOutputStream().write(1)),
        pastTheWrapper("text", r -> r.getWriter().append("text").flush()),
        pastTheWrapper("a flush", HttpServletResponse::flushBuffer),
        pastTheWrapper("an error", r -> r.sendError(404)),
        pastTheWrapper("an error with a message", r -> r.sendError(404, "gone")),
        pastTheWrapper("a redirect", r -> r.sendRedirect("/x")),
        pastTheWrapper("nothing more", r -> {}));
  }

  /** What a resource does with its response. */
  @FunctionalInterface
  private interface Then {
    void happensTo(HttpServletResponse response) throws IOException;
  }

  /** The container sets its cookie on its own response; the application only comes after it. */
  private static Named<Resource> pastTheWrapper(String name, Then then) {
    return Named.of(
        "past the wrapper, then " + name,
        (q, r) -> {
          own(q).getSession();
          then.happensTo(r);
        });
  }

  /** The container's own request, below the filter's. */
  private static HttpServletRequest own(HttpServletRequest wrapped) {
    return (HttpServletRequest) ((GuardedRequest) wrapped).getRequest();
  }

  @ParameterizedTest
  @MethodSource("waysOut")
  @Tag("C1")
  @Tag("C2")
  @Tag("C3")
  @Tag("C6")
  void containersCookie_leavesOnceWithAllAttributes(Resource resource)
      throws IOException, ServletException {
    run(resource);

    assertThat(response.cookies()).hasSize(1);
    assertThat(parts(response.cookies().get(0)))
        .contains("JSESSIONID=first", "HttpOnly", "Secure", "SameSite=Lax");
  }

  @Test
  void changeSessionId_leavesTheNewIdAlone() throws IOException, ServletException {
    request.in(new FakeSession());
    response.addHeader("Set-Cookie", COOKIE);

    run((q, r) -> q.changeSessionId());

    assertThat(response.cookies())
        .singleElement()
        .satisfies(
            cookie -> assertThat(parts(cookie)).contains("JSESSIONID=second", "SameSite=Lax"));
  }

  /** Before anything can commit the response where the filter does not see it. */
  @Test
  void sessionThatBeginsOrIsRenamed_isGuardedAtOnce() throws IOException, ServletException {
    run(
        (q, r) -> {
          q.getSession();
          assertThat(response.cookies().get(0)).contains("=first", "HttpOnly");
          q.changeSessionId();
          assertThat(response.cookies().get(0)).contains("=second", "HttpOnly");
        });

    assertThat(response.cookies()).hasSize(1);
  }

  @Test
  void otherCookies_leaveAsTheyAre() throws IOException, ServletException {
    run(
        (q, r) -> {
          r.addHeader("Set-Cookie", "theme=dark");
          r.addHeader("X-Other", "JSESSIONID=first");
          q.getSession();
        });

    assertThat(response.cookies()).hasSize(2).contains("theme=dark");
    assertThat(response.getHeader("X-Other")).isEqualTo("JSESSIONID=first");
  }

  @Test
  void otherCookie_thatIsAdded_isLeftToTheContainer() throws IOException, ServletException {
    run(
        (q, r) -> {
          r.addCookie(new Cookie("theme", "dark"));
          r.addCookie(new Cookie("JSESSIONID", "first"));
        });

    assertThat(response.cookies()).hasSize(2).contains("theme=dark");
    assertThat(response.getHeaders("Set-Cookie")).hasSize(1);
  }

  @Test
  void sessionThatIsJoined_setsNothing() throws IOException, ServletException {
    request.in(new FakeSession().joined());

    run((q, r) -> q.getSession());

    assertThat(response.containsHeader("Set-Cookie")).isFalse();
  }

  @Test
  @Tag("S14")
  void requestThatAsksForNoSession_beginsNone() throws IOException, ServletException {
    run((q, r) -> assertThat(q.getSession(false)).isNull());

    assertThat(response.containsHeader("Set-Cookie")).isFalse();
  }

  @Test
  void resourceThatThrows_isNotHushed() {
    assertThatThrownBy(
            () ->
                run(
                    (q, r) -> {
                      throw new UncheckedIOException(new IOException("gone"));
                    }))
        .hasRootCauseMessage("gone");
  }

  /** A page is written in many pieces; what it sets is read as a whole once. */
  @Test
  void cookies_areJudgedOnceForAllThatIsWritten() throws IOException, ServletException {
    AtomicInteger reads = new AtomicInteger();
    HttpServletResponse counting =
        new HttpServletResponseWrapper(response) {
          @Override
          public Collection<String> getHeaders(String name) {
            reads.incrementAndGet();
            return super.getHeaders(name);
          }
        };
    filter.doFilter(
        request,
        counting,
        (asked, answered) -> {
          ((HttpServletResponse) answered).addHeader("Set-Cookie", COOKIE);
          reads.set(0);
          for (int piece = 0; piece < 100; piece++) {
            answered.getWriter().print("piece");
          }
          assertThat(reads.get()).isLessThan(110);
        });

    assertThat(response.cookies()).singleElement().asString().contains("HttpOnly");
  }
}

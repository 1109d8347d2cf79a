package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.SetCookie;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OwedCookiesTest {
  private static final SetCookie TICKET = SetCookie.of("sid", "new");

  private final FakeRequest request = FakeRequest.get("/page");
  private final FakeResponse response = new FakeResponse();

  private void assertKeptByNoCache() {
    assertThat(response.getHeaders("Cache-Control")).containsExactly("no-store");
  }

  @Test
  void add_setsTheCookie_andForbidsCachesTheAnswer() {
    response.setHeader("Cache-Control", "public");
    response.addHeader("cache-control", "max-age=60");
    response.setHeader("Expires", "Thu, 18 Feb 2100 12:00:00 GMT");
    response.setHeader("CDN-Cache-Control", "max-age=60");
    response.setHeader("Surrogate-Control", "max-age=60");

    OwedCookies.add(request, response, TICKET);

    assertThat(response.cookies()).containsExactly("sid=new");
    assertKeptByNoCache();
    assertThat(response.getHeader("Expires")).isEqualTo("0");
    assertThat(response.getHeader("CDN-Cache-Control")).isEqualTo("no-store");
    assertThat(response.getHeader("Surrogate-Control")).isEqualTo("no-store");
  }

  @Test
  void restore_afterAReset_setsTheCookieAgain() {
    OwedCookies.add(request, response, TICKET);
    response.reset();
    response.setHeader("Cache-Control", "public");

    OwedCookies.restore(request, response);
    OwedCookies.restore(request, response);

    assertThat(response.cookies()).containsExactly("sid=new");
    assertKeptByNoCache();
  }

  @Test
  void restore_nothingOwed_leavesTheAnswerAlone() {
    response.setHeader("Cache-Control", "public");

    OwedCookies.restore(request, response);

    assertThat(response.cookies()).isEmpty();
    assertThat(response.getHeader("Cache-Control")).isEqualTo("public");
  }

  @Test
  @Tag("C6")
  void add_anotherOfTheName_takesItsPlace_alsoAfterAReset() {
    OwedCookies.add(request, response, TICKET);
    OwedCookies.add(request, response, SetCookie.of("sid", "newer"));
    OwedCookies.add(request, response, SetCookie.of("sid-device", "known"));
    response.reset();

    OwedCookies.restore(request, response);

    assertThat(response.cookies()).containsExactlyInAnyOrder("sid=newer", "sid-device=known");
  }

  @Test
  void gives_aTicket_butNotAnExpiredOne() {
    assertThat(OwedCookies.gives(request, "sid")).isFalse();
    OwedCookies.add(request, response, TICKET);
    assertThat(OwedCookies.gives(request, "sid")).isTrue();
    OwedCookies.add(request, response, SetCookie.expired("sid"));
    assertThat(OwedCookies.gives(request, "sid")).isFalse();
  }

  /** One of ours between the application and the container, and one of the application's own. */
  private static final class Guarding extends HttpServletResponseWrapper
      implements GuardingResponse {
    Guarding(HttpServletResponse response) {
      super(response);
    }

    @Override
    public HttpServletResponse guarded() {
      return (HttpServletResponse) getResponse();
    }

    @Override
    public void addHeader(String name, String value) {
      throw new AssertionError("Ours do not go through what judges the application's.");
    }
  }

  @Test
  void add_toAWrappedResponse_goesPastWhatJudgesTheApplications() {
    OwedCookies.add(
        request, new HttpServletResponseWrapper(new Guarding(new Guarding(response))), TICKET);

    assertThat(response.cookies()).containsExactly("sid=new");
  }

  @Test
  void obstacle_committedOrIncludedOrDeaf_isSaid() {
    FakeRequest included = FakeRequest.get("/part");
    included.setAttribute(RequestDispatcher.INCLUDE_REQUEST_URI, "/part");
    HttpServletResponse deaf =
        new HttpServletResponseWrapper(response) {
          @Override
          public void setHeader(String name, String value) {}
        };

    assertThat(OwedCookies.obstacle(request, response)).isNull();
    assertThat(OwedCookies.obstacle(included, response)).contains("included");
    response.reset();
    assertThat(OwedCookies.obstacle(request, deaf)).contains("ignores headers");
    response.flushBuffer();
    assertThat(OwedCookies.obstacle(request, response)).contains("already committed");
  }

  /** Of a server that keeps cookies apart from the headers and takes the headers out. */
  @Test
  void entrust_leavesTheCookieToTheContainer_andTheOthersInTheHeaders() {
    response.addHeader("Set-Cookie", "theme=dark");
    ResponseCookies.put(response, TICKET.headerValue());

    ResponseCookies.entrust(response, TICKET);

    assertThat(response.getHeaders("Set-Cookie")).containsExactly("theme=dark");
    assertThat(response.cookies()).containsExactly("theme=dark", "sid=new");
  }

  @Test
  void entrust_elsewhere_changesNothing() {
    OwedCookies.add(request, response, TICKET);

    OwedCookies.entrust(request, response);

    assertThat(response.getHeaders("Set-Cookie")).containsExactly("sid=new");
  }

  @Test
  void givenUpAnswer_takesItsDescriptionAlong_andNothingElse() {
    Map<String, String> described =
        Map.of("ETag", "x", "Content-Encoding", "gzip", "Expires", "0", "X-Sendfile", "/x");
    described.forEach(response::setHeader);
    Map<String, String> others =
        Map.of("Vary", "Origin", "Access-Control-Allow-Origin", "*", "X-Frame-Options", "DENY");
    others.forEach(response::setHeader);
    response.addHeader("Set-Cookie", "theme=dark");
    response.addHeader("Set-Cookie", "basket=full");
    response.setContentLength(2);

    GivenUpAnswer.clear(response, 100);

    described.keySet().forEach(name -> assertThat(response.containsHeader(name)).isFalse());
    others.forEach((name, value) -> assertThat(response.getHeader(name)).isEqualTo(value));
    assertThat(response.cookies()).isEqualTo(List.of("theme=dark", "basket=full"));
    assertThat(response.getHeader("Content-Length")).isEqualTo("100");
  }
}

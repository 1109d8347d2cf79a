package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.FilterAround;
import dev.cloakroom.testing.Stub;
import dev.cloakroom.testing.TestApplication;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request that another thread hands back to the container, again and again. */
class HandedBackTest {
  private final FakeResponse response = new FakeResponse();
  private final ApplicationFilter filter =
      FilterAround.of(
          new TestApplication(Map.of("cloakroom.cors.allowed-origins", "https://app.test")));
  private DispatcherType way = DispatcherType.REQUEST;
  private ServletRequest request =
      new Asynchronous(FakeRequest.get("/poll").header("Origin", "https://app.test"));
  private ServletResponse answer = response;

  /** What a container's does. */
  private final class Asynchronous extends HttpServletRequestWrapper {
    Asynchronous(HttpServletRequest request) {
      super(request);
    }

    @Override
    public AsyncContext startAsync(ServletRequest given, ServletResponse answered) {
      request = given;
      answer = answered;
      return Stub.of(AsyncContext.class, Map.of());
    }

    @Override
    public DispatcherType getDispatcherType() {
      return way;
    }
  }

  private static int layers(ServletResponse response) {
    int layers = 0;
    ServletResponse layer = response;
    while (layer instanceof ServletResponseWrapper wrapper) {
      layers++;
      layer = wrapper.getResponse();
    }
    return layers;
  }

  private static int layers(ServletRequest request) {
    int layers = 0;
    ServletRequest layer = request;
    while (layer instanceof ServletRequestWrapper wrapper) {
      layers++;
      layer = wrapper.getRequest();
    }
    return layers;
  }

  private void turn() throws IOException, ServletException {
    filter.doFilter(request, answer, (asked, answered) -> asked.startAsync());
    way = DispatcherType.ASYNC;
  }

  @Test
  void dispatchedAgainAndAgain_hasNoMoreAroundItEachTime() throws IOException, ServletException {
    turn();
    int layers = layers(request);
    int ofTheAnswer = layers(answer);
    for (int turn = 0; turn < 10_000; turn++) {
      turn();
    }

    assertThat(layers(request)).isEqualTo(layers);
    assertThat(layers(answer)).isEqualTo(ofTheAnswer);
  }

  @Test
  void whatTheApplicationHasPutAround_isWhatItGets() throws IOException, ServletException {
    filter.doFilter(
        request,
        answer,
        (asked, answered) -> {
          HttpServletRequest own = new HttpServletRequestWrapper((HttpServletRequest) asked);
          asked.startAsync(own, new HttpServletResponseWrapper((HttpServletResponse) answered));
        });
    way = DispatcherType.ASYNC;
    ServletRequest handedBack = request;

    filter.doFilter(request, answer, (asked, answered) -> assertThat(asked).isSameAs(handedBack));
  }

  @Test
  void lastTurn_sendsWhatIsOwed() throws IOException, ServletException {
    turn();

    filter.doFilter(
        request,
        answer,
        (asked, answered) -> response.addHeader("Set-Cookie", "JSESSIONID=late; Path=/"));

    assertThat(response.cookies()).singleElement().asString().contains("HttpOnly");
  }

  /** A page of its own for an error is another one, whatever was asynchronous before. */
  @Test
  void dispatchOfAnotherKind_isServedAnew() throws IOException, ServletException {
    turn();
    way = DispatcherType.ERROR;
    ServletRequest before = request;

    filter.doFilter(request, answer, (asked, answered) -> assertThat(asked).isNotSameAs(before));
  }
}

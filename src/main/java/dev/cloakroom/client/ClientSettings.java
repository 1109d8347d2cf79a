package dev.cloakroom.client;

import dev.cloakroom.http.Answer.Header;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is set of a client before it is made. Immutable.
 *
 * @param endpoints the path of {@code /login} and the others, below the base address
 * @param headers of each request
 * @param login how to log in, and what to show then
 * @param times how long to wait for what
 * @param redirects whether to follow them
 */
record ClientSettings(
    BaseAddress base,
    String endpoints,
    List<Header> headers,
    Login login,
    Times times,
    Redirects redirects) {

  /**
   * How to log in, and what to show then.
   *
   * @param at the target of logins, below the base address; null for that of the endpoints
   * @param factor is asked for a second factor where the server wants one; null if nobody can be
   */
  record Login(
      @Nullable String at,
      LoginFormat format,
      Credentials shown,
      @Nullable Function<? super NeededFactor, FactorProof> factor) {}

  /**
   * How long to wait.
   *
   * @param answer for the answer to one request
   * @param patience altogether, for a server that says when to come again
   */
  record Times(Duration answer, Duration patience) {}

  /** Whether to follow redirects. */
  enum Redirects {
    FOLLOWED,
    SHOWN
  }

  /** Where a second factor is proven. */
  static final String FACTOR = "/login/factor";

  static ClientSettings of(BaseAddress base) {
    return new ClientSettings(
        base,
        "",
        List.of(),
        new Login(null, LoginFormat.JSON, Credentials.BOTH, null),
        new Times(Duration.ofSeconds(30), Duration.ofSeconds(5)),
        Redirects.FOLLOWED);
  }

  ClientSettings withEndpoints(String path) {
    return new ClientSettings(base, path, headers, login, times, redirects);
  }

  ClientSettings withHeaders(List<Header> all) {
    return new ClientSettings(base, endpoints, List.copyOf(all), login, times, redirects);
  }

  ClientSettings withLogin(Login way) {
    return new ClientSettings(base, endpoints, headers, way, times, redirects);
  }

  ClientSettings withTimes(Times waits) {
    return new ClientSettings(base, endpoints, headers, login, waits, redirects);
  }

  ClientSettings withRedirects(Redirects treated) {
    return new ClientSettings(base, endpoints, headers, login, times, treated);
  }

  /** Whether an address at home is one of the endpoints of a login. */
  boolean isEndpoint(URI uri) {
    Stream<String> fixed =
        Stream.of(FACTOR, "/logout", "/refresh", "/csrf").map(name -> endpoints + name);
    return Stream.concat(Stream.of(loginTarget()), fixed)
        .map(target -> base.resolve(target).getRawPath())
        .anyMatch(path -> path.equals(uri.getRawPath()));
  }

  /** Whether a login goes on by cookie where its tokens do not. */
  boolean goOnBy(ClientCookies cookies, URI uri) {
    return login.shown() == Credentials.BOTH && cookies.showLoginAt(uri);
  }

  /** Whether a request at home proves a second factor. */
  boolean isProof(Outgoing out) {
    return out.request().method().equals("POST")
        && base.resolve(endpoints + FACTOR).getRawPath().equals(out.uri().getRawPath());
  }

  private String loginTarget() {
    String at = login.at();
    return at == null ? endpoints + "/login" : at;
  }

  /** A login. */
  ClientRequest login(String user, String password) {
    return answeredInJson("POST", loginTarget()).body(login.format().body(user, password));
  }

  /** A request to one of the endpoints of a login, which answers in JSON. */
  ClientRequest endpoint(String method, String name) {
    return answeredInJson(method, endpoints + name);
  }

  private static ClientRequest answeredInJson(String method, String target) {
    return ClientRequest.of(method, target).header("Accept", "application/json");
  }

  /** A POST request to one of them. */
  ClientRequest posted(String name, Body body) {
    return endpoint("POST", name).body(body);
  }
}

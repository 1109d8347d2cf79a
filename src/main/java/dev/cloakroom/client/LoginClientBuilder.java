package dev.cloakroom.client;

import dev.cloakroom.client.ClientCookies.Keeping;
import dev.cloakroom.client.ClientRecipe.CookieSettings;
import dev.cloakroom.client.ClientRecipe.Surroundings;
import dev.cloakroom.client.ClientSettings.Login;
import dev.cloakroom.client.ClientSettings.Redirects;
import dev.cloakroom.client.ClientSettings.Times;
import dev.cloakroom.http.Answer.Header;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a {@link LoginClient}, and what makes clients by them: each {@link #build()} gives
 * one with a login of its own, and all share their connections. Belongs to one thread.
 */
public final class LoginClientBuilder {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Map<String, String> cookies = new LinkedHashMap<>();
  private ClientSettings settings;
  private boolean plainHttp;
  private @Nullable HttpClient http;
  private @Nullable SSLContext tls;
  private @Nullable TokenStore tokenStore;
  private @Nullable Tokens firstTokens;
  private Keeping keeping = Keeping.ON;
  private PublicSuffixes suffixes = PublicSuffixes.SINGLE_LABELS;
  private SecureConnections secure = SecureConnections.HTTPS_AND_LOCALHOST;
  private @Nullable Consumer<? super Exchange> listener;
  private Clock clock = Clock.systemUTC();
  private Pause pause = Pause.BY_TIMER;

  LoginClientBuilder(String baseAddress) {
    this.settings = ClientSettings.of(new BaseAddress(BaseAddress.parsed(baseAddress)));
  }

  /**
   * Lets the base address be one of plain http on another machine: whoever is on the way reads
   * passwords and tokens, and may answer in the server's place.
   */
  public LoginClientBuilder allowPlainHttp() {
    plainHttp = true;
    return this;
  }

  /** Where {@code /login} and the other endpoints are, below the base address; there unless set. */
  public LoginClientBuilder endpointsAt(String path) {
    require(path.isEmpty() || path.matches("/.*[^/]"), "A path of endpoints is such as /auth");
    settings = settings.withEndpoints(path);
    return this;
  }

  /**
   * Where to log in, below the base address: a target such as {@code /sign-in?from=report}. At
   * {@code /login} of the endpoints unless set.
   */
  public LoginClientBuilder loginAt(String target) {
    require(target.startsWith("/"), "A login is at a path such as /sign-in");
    Login login = settings.login();
    settings = settings.withLogin(new Login(target, login.format(), login.shown(), login.factor()));
    return this;
  }

  /** A header of each request; {@code Authorization} goes to the base address's origin alone. */
  public LoginClientBuilder header(String name, String value) {
    Stream<Header> more = Stream.of(GivenHeader.of(name, value));
    settings = settings.withHeaders(Stream.concat(settings.headers().stream(), more).toList());
    return this;
  }

  /** A cookie that the client has from the start, for the host of its base address. */
  public LoginClientBuilder cookie(String name, String value) {
    CookieText.check(name, value);
    cookies.put(name, value);
    return this;
  }

  /** Cookies that the client has from the start, for the host of its base address. */
  public LoginClientBuilder cookies(Map<String, String> more) {
    more.forEach(this::cookie);
    return this;
  }

  /** Neither keeps nor sends what servers set as cookies; it does, unless this is said. */
  public LoginClientBuilder withoutCookieStore() {
    keeping = Keeping.OFF;
    return this;
  }

  /** For which domains no cookie may be; {@link PublicSuffixes#SINGLE_LABELS} unless set. */
  public LoginClientBuilder publicSuffixes(PublicSuffixes known) {
    suffixes = known;
    return this;
  }

  /** Where {@code Secure} cookies are taken and sent; to this machine by plain HTTP, too. */
  public LoginClientBuilder secureConnections(SecureConnections known) {
    secure = known;
    return this;
  }

  /** How to log in, and what to show then; by JSON, and whatever is given, unless set. */
  public LoginClientBuilder loginBy(LoginFormat format, Credentials shown) {
    Login login = settings.login();
    settings = settings.withLogin(new Login(login.at(), format, shown, login.factor()));
    return this;
  }

  /**
   * Who is asked for a second factor when the server wants one after the password; unless set, such
   * a login is refused with the reason {@code factor-required}. Asked once for each login, on a
   * thread of the client's, which waits; what it throws, the login throws.
   */
  public LoginClientBuilder secondFactor(Function<? super NeededFactor, FactorProof> asked) {
    Login login = settings.login();
    settings = settings.withLogin(new Login(login.at(), login.format(), login.shown(), asked));
    return this;
  }

  /** What is shown of a login; whatever is given, unless set. */
  public LoginClientBuilder show(Credentials shown) {
    return loginBy(settings.login().format(), shown);
  }

  /** Answers with redirects instead of following them. */
  public LoginClientBuilder withoutRedirects() {
    settings = settings.withRedirects(Redirects.SHOWN);
    return this;
  }

  /**
   * How long to wait for the whole answer to one request, more than zero; 30 seconds unless set.
   * For a refresh it is 4 seconds at most.
   */
  public LoginClientBuilder timeout(Duration answer) {
    require(!answer.isNegative() && !answer.isZero(), "A timeout is longer than zero");
    settings = settings.withTimes(new Times(answer, settings.times().patience()));
    return this;
  }

  /**
   * How long one call may wait altogether because a server says when to come again (429, 503),
   * counted anew when it is repeated with another token; zero for never, 5 seconds unless set.
   */
  public LoginClientBuilder patience(Duration most) {
    require(!most.isNegative(), "Patience is zero or longer");
    settings = settings.withTimes(new Times(settings.times().answer(), most));
    return this;
  }

  /**
   * The connections to use, instead of some of its own.
   *
   * @throws IllegalArgumentException if it keeps cookies, follows redirects or has an
   *     authenticator: two cannot do that
   */
  public LoginClientBuilder httpClient(HttpClient given) {
    require(given.cookieHandler().isEmpty(), "The HttpClient must have no cookieHandler");
    require(
        given.followRedirects() == HttpClient.Redirect.NEVER,
        "The HttpClient must have followRedirects(NEVER), its default");
    require(given.authenticator().isEmpty(), "The HttpClient must have no authenticator");
    http = given;
    return this;
  }

  /** Whose certificates are trusted; those that the JDK trusts unless set. */
  public LoginClientBuilder sslContext(SSLContext given) {
    require(http == null, "Give the SSLContext to the HttpClient");
    tls = given;
    return this;
  }

  /**
   * Begins with a refresh token, as a service does that has one in its configuration; tokens that
   * the token store has win over it. A server that gives a new refresh token with each refresh, as
   * Cloakroom does, takes the one of the configuration once: such a service needs a token store, or
   * its next start is refused.
   */
  public LoginClientBuilder refreshToken(String refreshToken) {
    firstTokens = Tokens.refreshable(refreshToken);
    return this;
  }

  /** Where tokens are kept beyond the client's life; for one client. Nowhere unless set. */
  public LoginClientBuilder tokenStore(TokenStore store) {
    tokenStore = store;
    return this;
  }

  /** Is told of each request and its answer, masked, on the thread that goes on with the call. */
  public LoginClientBuilder trace(Consumer<? super Exchange> told) {
    listener = told;
    return this;
  }

  LoginClientBuilder time(Clock given, Pause waiting) {
    clock = given;
    pause = waiting;
    return this;
  }

  /**
   * A client. The first has the token store or the refresh token; the next ones have none.
   *
   * @throws IllegalArgumentException if the base address is of plain http, on another machine, and
   *     that was not allowed
   */
  public LoginClient build() {
    require(
        plainHttp || SecureConnections.HTTPS_AND_LOCALHOST.contains(settings.base().uri()),
        "The base address must be of https, or on this machine; or call allowPlainHttp()");
    TokenStore store = tokenStore == null ? new NoTokenStore() : tokenStore;
    Tokens first = firstTokens;
    tokenStore = null;
    firstTokens = null;
    return new ClientRecipe(
            connections(),
            settings,
            new CookieSettings(cookies, keeping, new CookieRules(suffixes, secure)),
            new Surroundings(clock, pause, listener))
        .client(store, first);
  }

  private HttpClient connections() {
    if (http == null) {
      HttpClient.Builder made =
          HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
      http = (tls == null ? made : made.sslContext(tls)).build();
    }
    return http;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}

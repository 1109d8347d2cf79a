package dev.cloakroom.client;

import dev.cloakroom.http.Answer.Header;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An HTTP client that keeps the state of one login: cookies, and tokens that it renews by itself.
 * Its tokens are shown to the origin of its base address, and to no other; cookies to the hosts
 * that they are of, whatever the port. For tests, and for services that call others; it needs the
 * JDK and this JAR.
 *
 * <p>Calls wait for their answer, on platform and virtual threads alike; those of {@link #async()}
 * do not. An answer is an answer, whatever its status; only {@link #login} and {@link #logout}
 * throw if they are refused. Safe for use by several threads, which then share one login; {@link
 * #another} gives a client for another user.
 */
public final class LoginClient implements AutoCloseable {
  private final ClientRecipe recipe;
  private final ClientSettings settings;
  private final ClientCookies cookies;
  private final ClientLogin login;
  private final AsyncLoginClient async;

  LoginClient(ClientRecipe recipe, ClientCookies cookies, ClientLogin login) {
    this.recipe = recipe;
    this.settings = recipe.settings();
    this.cookies = cookies;
    this.login = login;
    this.async = new AsyncLoginClient(login);
  }

  /**
   * A client for the server at an address, such as {@code https://shop.example.com/api}. Login and
   * the other endpoints are expected below it.
   *
   * @throws IllegalArgumentException if it is no address of http or https with a host, or one of
   *     plain http on another machine, which only {@link LoginClientBuilder#allowPlainHttp} allows
   */
  public static LoginClient of(String baseAddress) {
    return at(baseAddress).build();
  }

  /** A client for the server at an address, with settings of its own. */
  public static LoginClientBuilder at(String baseAddress) {
    return new LoginClientBuilder(baseAddress);
  }

  /**
   * A client for another user: with the same settings and connections, and nobody logged in. It has
   * the cookies that this one was made with, and no token store.
   */
  public LoginClient another() {
    return recipe.client(new NoTokenStore(), null);
  }

  /**
   * Logs in. Who had logged in before is forgotten, unless this is refused.
   *
   * @return who has logged in, how, and until when
   * @throws RefusedException if the server refuses, or answers with nothing that a login could be
   *     shown by
   * @throws UncheckedIOException if there is no answer, or the thread is interrupted
   */
  public LoginState login(String user, String password) {
    return Waiting.forIt(async.login(user, password));
  }

  /**
   * Logs out: the server ends the login, and the client forgets its tokens, and those cookies that
   * the server tells it to. To have nobody logged in is no error.
   *
   * @throws RefusedException if the server could not do it: the login may go on, and the client
   *     keeps what it has
   * @throws UncheckedIOException if there is no answer, or the thread is interrupted
   */
  public LoginState logout() {
    return Waiting.forIt(async.logout());
  }

  /**
   * Goes on with the tokens of an answer of the application's own, to a caller who has proven more:
   * what the client showed before is worth nothing then. Of an answer to {@code /login/factor} they
   * are taken without this call; cookies always are. If the answer names another caller, it is
   * another login.
   *
   * @throws RefusedException if the answer is no success, or brings no token in the place of the
   *     one that was shown
   * @throws IllegalArgumentException if it is of another origin, another client, or an earlier
   *     login
   */
  public LoginState goOnWith(ClientResponse answer) {
    return Waiting.forIt(async.goOnWith(answer));
  }

  /**
   * Sends a request, with what is held of the login. One to {@code /logout} is a request like
   * others: only {@link #logout} has the client forget what it holds.
   *
   * @throws RefusedException if there is no token to show, and no way to get one
   * @throws UncheckedIOException if there is no answer, or the thread is interrupted
   */
  public ClientResponse send(ClientRequest request) {
    return Waiting.forIt(async.sent(request));
  }

  /** Sends a GET request. */
  public ClientResponse get(String target) {
    return send(ClientRequest.get(target));
  }

  /** Sends a HEAD request. */
  public ClientResponse head(String target) {
    return send(ClientRequest.of("HEAD", target));
  }

  /** Sends a POST request without a body. */
  public ClientResponse post(String target) {
    return send(ClientRequest.of("POST", target));
  }

  /** Sends a POST request. */
  public ClientResponse post(String target, Body body) {
    return send(ClientRequest.post(target, body));
  }

  /** Sends a PUT request. */
  public ClientResponse put(String target, Body body) {
    return send(ClientRequest.of("PUT", target).body(body));
  }

  /** Sends a PATCH request. */
  public ClientResponse patch(String target, Body body) {
    return send(ClientRequest.of("PATCH", target).body(body));
  }

  /** Sends a DELETE request. */
  public ClientResponse delete(String target) {
    return send(ClientRequest.of("DELETE", target));
  }

  /** The same calls, without waiting. */
  public AsyncLoginClient async() {
    return async;
  }

  /** The cookies of this client, to be read, changed and cleared. */
  public ClientCookies cookies() {
    return cookies;
  }

  /** The headers of each request by their names, in any case; never a credential. */
  public Map<String, List<String>> headers() {
    return Collections.unmodifiableMap(
        settings.headers().stream()
            .filter(header -> !GivenHeader.isCredential(header.name()))
            .collect(
                Collectors.groupingBy(
                    Header::name,
                    () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                    Collectors.mapping(Header::value, Collectors.toUnmodifiableList()))));
  }

  /** What this client holds of a login, and why a request was refused last. */
  public LoginState loginState() {
    return login.state();
  }

  /**
   * The login that this client has, for others to go on with, so that many tests log in once: a
   * text that only the passphrase opens. It has what this client shows to the host of its base
   * address: cookies, and the access token. It never has the refresh token, which two clients must
   * not share. With cookies the login goes on by these once the access token has ended; with {@link
   * Credentials#BEARER} it is over for the others then, at {@link Tokens#endsAt}.
   *
   * @param passphrase at least 12 characters, better a random text
   * @throws IllegalStateException if nobody is logged in, or with nothing that another could show
   */
  public String exportLogin(String passphrase) {
    LoginState state = loginState();
    if (!state.isLoggedIn()) {
      throw new IllegalStateException("Nobody is logged in whose login could be exported");
    }
    return SealedText.seal(exported(state).json(), passphrase);
  }

  /**
   * Goes on with a login that was exported; who had logged in before is forgotten, their cookies
   * too. It waits for a login or logout of this client that is under way.
   *
   * @throws IllegalArgumentException if the text is no exported login, was sealed by another
   *     passphrase or changed since, or is of another origin than that of the base address
   * @throws IllegalStateException if the client is closed
   */
  public LoginState importLogin(String exported, String passphrase) {
    ExportedLogin known = ExportedLogin.read(SealedText.open(exported, passphrase));
    if (!known.origin().equals(origin())) {
      throw new IllegalArgumentException(
          "The login is at " + known.origin() + ", and this client is for " + origin());
    }
    return Waiting.forIt(async.goOnWith(known));
  }

  private ExportedLogin exported(LoginState state) {
    return ExportedLogin.of(
        settings.base().uri(), settings.login().shown(), state, cookies.ofLogin());
  }

  private String origin() {
    return Origin.of(settings.base().uri()).toString();
  }

  /**
   * Forgets the cookies, and sends nothing from now on. The login goes on at the server until it
   * ends; {@link #logout} ends it. Connections are shared with other clients and close when all of
   * these are gone.
   */
  @Override
  public void close() {
    async.close();
    cookies.clear();
  }

  /** The base address and the login state, without a secret. */
  @Override
  public String toString() {
    return "LoginClient for " + settings.base().uri() + System.lineSeparator() + loginState();
  }
}

package dev.cloakroom.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.client.Body;
import dev.cloakroom.client.ClientResponse;
import dev.cloakroom.client.Credentials;
import dev.cloakroom.client.Exchange;
import dev.cloakroom.client.LoginClient;
import dev.cloakroom.client.LoginClientBuilder;
import dev.cloakroom.client.LoginFormat;
import dev.cloakroom.client.LoginState;
import dev.cloakroom.client.RefusedException;
import dev.cloakroom.client.TokenStore;
import dev.cloakroom.client.Tokens;
import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import dev.cloakroom.readme.ShopReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that keeps its login: it logs in, shows it, renews it, logs out. */
@OnServer
class LoginClientIT {
  private static final int CALLS = 100;

  private final RunningServer server;
  private final String address;
  private final Queue<Exchange> traced = new ConcurrentLinkedQueue<>();

  LoginClientIT(RunningServer server) {
    this.server = server;
    this.address = server.http("/api").toString();
  }

  private LoginClientBuilder shop() {
    return LoginClient.at(address).trace(traced::add);
  }

  private long refreshes() {
    return traced.stream()
        .filter(exchange -> exchange.request().address().endsWith("/refresh"))
        .count();
  }

  @ParameterizedTest
  @EnumSource(LoginFormat.class)
  void login_ofEachFormat_isShown(LoginFormat format) {
    LoginClient client = shop().loginBy(format, Credentials.BOTH).build();

    LoginState state = client.login("alice", "123");

    assertThat(state.callerName()).contains("alice");
    assertThat(client.get("/me").json()).containsEntry("caller", "alice");
    assertThat(client.get("/session").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Credentials.class)
  void logout_endsWhatIsShown(Credentials shown) {
    LoginClient client = shop().show(shown).build();
    client.login("alice", "123");
    Tokens tokens = client.loginState().tokens();
    Map<String, String> cookies = client.cookies().toMap();
    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(tokens == null).isEqualTo(shown == Credentials.COOKIE);
    assertThat(cookies.isEmpty()).isEqualTo(shown == Credentials.BEARER);

    assertThat(client.logout().isLoggedIn()).isFalse();

    assertThat(client.cookies().toMap()).isEmpty();
    assertThat(client.get("/me").reason()).contains("not-authenticated");
    assertThat(shop().cookies(cookies).tokenStore(holding(tokens)).build().get("/me").status())
        .isEqualTo(401);
  }

  private static TokenStore holding(@Nullable Tokens tokens) {
    return new TokenStore() {
      @Override
      public Optional<Tokens> load() {
        return Optional.ofNullable(tokens);
      }

      @Override
      public void save(Tokens given) {
        // for one client's life
      }

      @Override
      public void clear() {
        // for one client's life
      }
    };
  }

  @Test
  void wrongPassword_isRefused() {
    LoginClient client = shop().build();

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> client.login("alice", "wrong"))
        .satisfies(refused -> assertThat(refused.reason()).contains("invalid-credentials"));

    assertThat(client.loginState().refusal())
        .hasValueSatisfying(why -> assertThat(why).contains("invalid-credentials"));
    assertThat(client.get("/me").status()).isEqualTo(401);
  }

  @Test
  @Tag("C1")
  void cookie_overHttps_hasItsPrefix_andIsShown() {
    LoginClient client =
        LoginClient.at(server.https("/api").toString())
            .httpClient(server.client())
            .show(Credentials.COOKIE)
            .build();

    client.login("alice", "123");

    assertThat(client.cookies().toMap()).containsKey("__Host-sid");
    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(client.logout().cookies()).isEmpty();
  }

  @Test
  void users_sideBySide_areThemselves() {
    LoginClient alice = shop().build();
    LoginClient bob = alice.another();
    alice.login("alice", "123");
    bob.login("bob", "123");

    assertThat(alice.get("/me").json()).containsEntry("caller", "alice");
    assertThat(bob.async().get("/me").join().json()).containsEntry("caller", "bob");
  }

  /** The refresh token of a login, with an access token that is none. */
  private Tokens spent() {
    Tokens given = shop().build().login("alice", "123").tokens();
    return new Tokens("not-a-token", Objects.requireNonNull(given).refreshToken(), null);
  }

  @Test
  void refusedToken_isRenewed_andTheRequestRepeated() {
    LoginClient client = shop().tokenStore(holding(spent())).build();
    traced.clear();

    assertThat(client.get("/me").json()).containsEntry("caller", "alice");
    assertThat(client.get("/me").json()).containsEntry("caller", "alice");

    assertThat(traced).extracting(Exchange::status).containsExactly(401, 200, 200, 200);
    assertThat(refreshes()).isEqualTo(1);
  }

  @Test
  @Tag("R3")
  void parallelCalls_shareOneRefresh() {
    LoginClient client = shop().tokenStore(holding(spent())).build();

    List<CompletableFuture<ClientResponse>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(client.async().get("/me"));
    }

    assertThat(calls).allMatch(call -> call.join().status() == 200);
    assertThat(refreshes()).isEqualTo(1);
  }

  @Test
  void service_beginsWithARefreshToken() {
    String token = Objects.requireNonNull(spent().refreshToken());
    LoginClient service = shop().refreshToken(token).build();

    assertThat(service.get("/me").json()).containsEntry("caller", "alice");
    assertThat(service.logout().isLoggedIn()).isFalse();
    LoginClient late = LoginClient.at(address).refreshToken(token).build();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> late.get("/me"))
        .withMessageContaining("The login session has been ended");
  }

  @Test
  void session_thatIsEndedElsewhere_isSaidInWords() {
    LoginClient client = shop().build();
    client.login("alice", "123");
    LoginClient other = client.another();
    other.cookies().replaceAll(client.cookies().toMap());
    other.post("/logout");

    assertThat(client.get("/me").reason()).contains("session-ended");

    assertThat(refreshes()).isZero();
    assertThat(client.loginState().toString())
        .contains("last refusal: 401 session-ended, GET " + address + "/me: The login session");
  }

  @Test
  void malformedBody_isAnAnswer() {
    assertThat(shop().build().post("/login", Body.json("{")).status()).isEqualTo(400);
  }

  @Test
  void exampleOfTheReadme_runs() {
    ShopReport report = new ShopReport(address);

    assertThat(report.of("alice", "123")).contains("\"alice\"");
  }
}

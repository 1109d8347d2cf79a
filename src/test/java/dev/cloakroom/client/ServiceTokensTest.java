package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that has a refresh token and no password. */
class ServiceTokensTest {
  private final PlayedLogin played = new PlayedLogin();
  private final PlayedServer server = played.server;
  private final LoginClientBuilder shop = LoginClient.at(server.address()).show(Credentials.BEARER);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void service_thatBeginsWithARefreshToken_getsAnAccessTokenFirst() {
    shop.build().login("alice", "123");
    LoginClient service = shop.refreshToken("refresh-2").build();

    assertThat(service.get("/me").status()).isEqualTo(200);

    assertThat(server.lines()).containsExactly("POST /login", "POST /refresh", "GET /me");
    assertThat(service.loginState().toString()).contains("who: whoever the tokens are of");
    assertThat(service.another().get("/me").status()).isEqualTo(401);
    service.logout();
    assertThat(service.loginState().isLoggedIn()).isFalse();
  }

  @Test
  void tokenStore_winsOverTheRefreshTokenOfTheConfiguration_onceItHasSome() {
    shop.build().login("alice", "123");
    AtomicReference<@Nullable Tokens> disk = new AtomicReference<>();
    TokenStore store =
        new TokenStore() {
          @Override
          public Optional<Tokens> load() {
            return Optional.ofNullable(disk.get());
          }

          @Override
          public void save(Tokens tokens) {
            disk.set(tokens);
          }

          @Override
          public void clear() {
            disk.set(null);
          }
        };

    LoginClient first = shop.refreshToken("refresh-2").tokenStore(store).build();
    assertThat(first.get("/me").status()).isEqualTo(200);
    LoginClient restarted = shop.tokenStore(store).refreshToken("refresh-2").build();
    assertThat(restarted.get("/me").status()).isEqualTo(200);

    assertThat(played.refreshes).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEARER", "BOTH"})
  void service_whoseRefreshTokenIsNone_sendsNothingAsNobody(Credentials shown) {
    LoginClient service = shop.show(shown).cookie("lang", "en").refreshToken("refresh-99").build();

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> service.get("/me"))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.reason()).contains("refresh-token-reused"));
    }
    assertThat(server.lines()).containsExactly("POST /refresh");

    assertThat(played.refreshes).hasValue(1);
    assertThat(service.loginState().isLoggedIn()).isFalse();
    service.login("alice", "123");
    assertThat(service.get("/me").status()).isEqualTo(200);
  }
}

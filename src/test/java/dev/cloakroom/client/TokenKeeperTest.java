package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.ManualClock;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which refreshes without an answer cost the refresh token. */
@Tag("R3")
class TokenKeeperTest {
  private final ManualClock clock = ManualClock.atNoon();

  private static IOException lost() {
    return new HttpTimeoutException("of the answer");
  }

  private static IOException refused() {
    return new ConnectException("refused");
  }

  private static IOException late() {
    return new HttpConnectTimeoutException("of the connection");
  }

  private static IOException unproven() {
    return new SSLHandshakeException("a certificate of somebody else");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(List.of(lost(), lost()), true, false),
        Arguments.of(List.of(lost(), refused()), true, false),
        Arguments.of(List.of(refused(), lost()), true, false),
        Arguments.of(List.of(refused(), refused()), true, true),
        Arguments.of(List.of(late(), late()), true, true),
        Arguments.of(List.of(unproven(), unproven()), true, true),
        Arguments.of(List.of(lost(), lost()), false, true));
  }

  /** One that has never arrived was not used. */
  @ParameterizedTest
  @MethodSource("failures")
  void refreshToken_isKept_unlessItMayHaveBeenUsed_andTheLoginGoesOn(
      List<IOException> failures, boolean goesOn, boolean kept) {
    Tokens first = new Tokens("access", "refresh", clock.instant());
    TokenKeeper keeper = new TokenKeeper(new NoTokenStore(), first, clock, () -> goesOn);
    Queue<IOException> next = new ArrayDeque<>(failures);

    keeper
        .current(token -> CompletableFuture.failedFuture(next.remove()))
        .exceptionally(failure -> first)
        .toCompletableFuture()
        .join();

    assertThat(next).isEmpty();
    assertThat(Objects.requireNonNull(keeper.get()).refreshToken() != null).isEqualTo(kept);
  }
}

package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.TokenRelay;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CarriedCallerTest {
  private static final URI TARGET = URI.create("https://orders.test/");

  private final ExecutorService sender = Executors.newSingleThreadExecutor();

  /** Of one caller, wherever it is asked. */
  private record Fixed(String authorization) implements TokenRelay {

    @Override
    public Optional<String> authorizationFor(URI target) {
      return Optional.of(authorization);
    }

    @Override
    public HttpClient through(HttpClient client) {
      throw new UnsupportedOperationException();
    }

    @Override
    public TokenRelay ofCaller() {
      return this;
    }
  }

  @AfterEach
  void stop() {
    sender.shutdownNow();
    CallersRelay.carry(null);
  }

  private static Optional<String> asked() {
    return CallersRelay.find().flatMap(relay -> relay.authorizationFor(TARGET));
  }

  private Optional<String> sent(CarriedCaller call) {
    return CompletableFuture.supplyAsync(
            () -> {
              call.applyContext();
              try {
                return asked();
              } finally {
                call.removeContext();
              }
            },
            sender)
        .join();
  }

  @Test
  void call_isSentForWhoBeganIt() {
    CallersRelay.carry(new Fixed("Bearer of-alice"));
    CarriedCaller call = new CarriedCaller();
    call.prepareContext();

    assertThat(sent(call)).contains("Bearer of-alice");
  }

  @Test
  void callOfNobody_isSentForNobody_onAThreadThatSentForSomebody() {
    CallersRelay.carry(new Fixed("Bearer of-alice"));
    CarriedCaller first = new CarriedCaller();
    first.prepareContext();
    CallersRelay.carry(null);
    CarriedCaller second = new CarriedCaller();
    second.prepareContext();

    assertThat(sent(first)).contains("Bearer of-alice");
    assertThat(sent(second)).isEmpty();
    assertThat(CompletableFuture.supplyAsync(CarriedCallerTest::asked, sender).join()).isEmpty();
  }
}

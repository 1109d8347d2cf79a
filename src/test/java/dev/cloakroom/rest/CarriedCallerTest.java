package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.TokenRelay;
import dev.cloakroom.rest.CallersRelay.Carried;
import dev.cloakroom.servlet.ThreadRequest;
import dev.cloakroom.testing.FakeRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CarriedCallerTest {
  private static final URI TARGET = URI.create("https://orders.test/");
  private static final String ALICE = "Bearer of-alice";

  private final ExecutorService sender = Executors.newSingleThreadExecutor();
  private final CarriedCaller call = new CarriedCaller();

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

  @BeforeEach
  void begin() {
    new Carried(new Fixed(ALICE)).begin();
    call.prepareContext();
  }

  @AfterEach
  void stop() {
    sender.shutdownNow();
  }

  private static Optional<String> asked() {
    return CallersRelay.find().flatMap(relay -> relay.authorizationFor(TARGET));
  }

  private Optional<String> askedThere() {
    return CompletableFuture.supplyAsync(CarriedCallerTest::asked, sender).join();
  }

  private void there(Runnable work) {
    CompletableFuture.runAsync(work, sender).join();
  }

  @Test
  void call_isSentForWhoBeganIt_once() {
    there(call::applyContext);

    assertThat(askedThere()).contains(ALICE);
    assertThat(askedThere()).isEmpty();
  }

  @Test
  void callThatHasEnded_onWhicheverThread_leavesNobodyBehind() {
    there(call::applyContext);
    call.removeContext();

    assertThat(askedThere()).isEmpty();
  }

  @Test
  void callThatEnds_endsNoOther() {
    CarriedCaller other = new CarriedCaller();
    new Carried(new Fixed("Bearer of-bob")).begin();
    other.prepareContext();
    there(call::applyContext);
    there(other::applyContext);
    there(call::removeContext);

    assertThat(askedThere()).contains("Bearer of-bob");
  }

  @Test
  void threadThatWorksForARequest_sendsForNobodyElse() {
    there(call::applyContext);
    there(() -> ThreadRequest.replace(FakeRequest.get("/")));

    assertThat(askedThere()).isEmpty();
  }

  @Test
  void callOfNobody_isSentForNobody() {
    CarriedCaller nobodys = new CarriedCaller();
    nobodys.prepareContext();
    there(nobodys::applyContext);

    assertThat(askedThere()).isEmpty();
  }
}

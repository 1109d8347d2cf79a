package dev.cloakroom.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoggedIn;
import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.event.LoginThrottled;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Outcome;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.servlet.LoginExchange.Succeeded;
import dev.cloakroom.testing.FakeMessageContext;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.Race;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins of callers whom somebody guesses at. */
class ThrottledLoginTest {
  private static final String ALICE = "alice";
  private static final String EMAIL = "alice@shop.example";
  private static final String RIGHT = "correct horse";
  private static final String WRONG = "wrong";
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Refused INVALID = new Refused(Reason.INVALID_CREDENTIALS);

  private final TestApplication app = new TestApplication();
  private final AtomicInteger validations = new AtomicInteger();
  private final MechanismFixture fixture = new MechanismFixture(app, this::validate);

  private CredentialValidationResult validate(Credential shown) {
    validations.incrementAndGet();
    if (!(shown instanceof UsernamePasswordCredential login)) {
      return CredentialValidationResult.INVALID_RESULT;
    }
    if (login.getCaller().equals("mallory")) {
      throw new IllegalStateException("the database is away");
    }
    return login.compareTo(ALICE, RIGHT) || login.compareTo(EMAIL, RIGHT)
        ? new CredentialValidationResult(ALICE, Set.of("user"))
        : CredentialValidationResult.INVALID_RESULT;
  }

  private static FakeRequest from(String address) {
    return FakeRequest.post("/login").from(address, "host.example");
  }

  private Outcome login(FakeRequest request, AuthenticationParameters shown) {
    fixture.validate(new FakeMessageContext(request).asking(shown));
    return Objects.requireNonNull(LoginExchange.outcome(request));
  }

  private Outcome login(FakeRequest request, String name, String password) {
    return login(request, MechanismFixture.login(name, password));
  }

  private Outcome login(String name, String password) {
    return login(FakeRequest.post("/login"), name, password);
  }

  private void failFive(String name) {
    for (int i = 0; i < 5; i++) {
      assertThat(login(name, WRONG)).isEqualTo(INVALID);
    }
  }

  private static Refused waiting(Duration wait) {
    return new Refused(Reason.TOO_MANY_REQUESTS, wait);
  }

  @Test
  @Tag("P1")
  @Tag("P2")
  void rightPassword_duringTheWait_isRefusedLikeAWrongOneAndNobodyIsAsked() {
    failFive(ALICE);

    assertThat(login(ALICE, RIGHT)).isEqualTo(waiting(FIRST_WAIT));
    assertThat(login(ALICE, WRONG)).isEqualTo(waiting(FIRST_WAIT));
    assertThat(validations).hasValue(5);
    assertThat(app.eventsOf(LoggedIn.class)).isEmpty();
  }

  @Test
  @Tag("P1")
  void rightPassword_afterTheWait_logsIn() {
    failFive(ALICE);
    app.clock.advance(FIRST_WAIT);

    assertThat(login(ALICE, RIGHT)).isInstanceOf(Succeeded.class);
    assertThat(login(ALICE, RIGHT)).isInstanceOf(Succeeded.class);
  }

  @Test
  @Tag("P1")
  void wrongPassword_afterTheWait_waitsTwiceAsLong() {
    failFive(ALICE);
    app.clock.advance(FIRST_WAIT);

    assertThat(login(ALICE, WRONG)).isEqualTo(INVALID);
    assertThat(login(ALICE, RIGHT)).isEqualTo(waiting(FIRST_WAIT.multipliedBy(2)));
  }

  @Test
  @Tag("P2")
  void nameOfNobody_waitsAsOneOfSomebodyDoes() {
    failFive("nobody");

    assertThat(login("nobody", WRONG)).isEqualTo(waiting(FIRST_WAIT));
  }

  @Test
  @Tag("P1")
  @Tag("P10")
  void twoHundredAtOnce_areAtMostFiveValidations() throws Exception {
    Callable<Outcome> guess = () -> login(ALICE, WRONG);
    try (Race race = new Race(200)) {
      List<Outcome> outcomes = race.run(Collections.nCopies(200, guess));

      assertThat(validations).hasValue(5);
      assertThat(Collections.frequency(outcomes, INVALID)).isEqualTo(5);
    }
  }

  @Test
  @Tag("P1")
  void rightPasswords_howeverMany_makeNobodyWait() {
    for (int i = 0; i < 300; i++) {
      assertThat(login(ALICE, RIGHT)).isInstanceOf(Succeeded.class);
    }
  }

  /** Without any setting, where they have logged in by a browser; by whichever name. */
  @ParameterizedTest
  @ValueSource(strings = {ALICE, EMAIL})
  @Tag("P1")
  void knownDevice_isLetInWhileStrangersWait(String name) {
    FakeRequest first = ofABrowser();
    FakeMessageContext known =
        new FakeMessageContext(first).asking(MechanismFixture.login(name, RIGHT));
    fixture.validate(known);
    String device = known.response().cookies().get(1).split(";", 2)[0];
    for (int i = 0; i < 50; i++) {
      assertThat(login(from("198.51.100." + i), name, WRONG)).isEqualTo(INVALID);
    }

    assertThat(login(name, RIGHT)).isEqualTo(waiting(FIRST_WAIT));
    assertThat(login(ofABrowser(), name, RIGHT)).isEqualTo(waiting(FIRST_WAIT));
    assertThat(login(ofABrowser().cookie(device + "x"), name, RIGHT))
        .isEqualTo(waiting(FIRST_WAIT));
    assertThat(login(ofABrowser().cookie(device), name, RIGHT)).isInstanceOf(Succeeded.class);
  }

  private static FakeRequest ofABrowser() {
    return FakeRequest.post("/login").header("Sec-Fetch-Site", "same-origin");
  }

  /** What one address can do leaves the name free for all others. */
  @Test
  @Tag("P1")
  void oneAddress_howeverLongItTries_keepsNobodyElseOut() {
    for (int i = 0; i < 4 * 3600; i++) {
      login(from("198.51.100.1"), ALICE, WRONG);
      app.clock.advance(Duration.ofSeconds(1));
    }

    assertThat(login(ALICE, RIGHT)).isInstanceOf(Succeeded.class);
  }

  @Test
  @Tag("G8")
  void storeOfTheApplicationThatFails_isNoFailureOfTheCallers() {
    for (int i = 0; i < 20; i++) {
      assertThat(login("mallory", WRONG)).isEqualTo(new Refused(Reason.UNAVAILABLE));
    }
  }

  @Test
  @Tag("G7")
  void countersThatCannotBeReached_letNobodyIn() {
    app.store.refuseChanges();

    assertThat(login(ALICE, RIGHT)).isEqualTo(new Refused(Reason.UNAVAILABLE));
    assertThat(validations).hasValue(0);
    app.store.repair();
    assertThat(login(ALICE, RIGHT)).isInstanceOf(Succeeded.class);
  }

  @Test
  @Tag("P7")
  void otherCredential_withANameOrWithout_isCounted() {
    AuthenticationParameters named =
        new AuthenticationParameters().credential(new CallerOnlyCredential(ALICE));
    AuthenticationParameters nameless = new AuthenticationParameters().credential(new Badge());
    for (int i = 0; i < 5; i++) {
      assertThat(login(FakeRequest.get("/x"), named)).isEqualTo(INVALID);
    }
    assertThat(login(FakeRequest.get("/x"), named)).isEqualTo(waiting(FIRST_WAIT));
    assertThat(login(ALICE, RIGHT)).isEqualTo(waiting(FIRST_WAIT));

    for (int i = 0; i < 95; i++) {
      assertThat(login(FakeRequest.get("/x"), nameless)).isEqualTo(INVALID);
    }
    assertThat(login(FakeRequest.get("/x"), nameless)).isEqualTo(waiting(FIRST_WAIT));
  }

  /** Of a kind that only the application knows. */
  private static final class Badge implements Credential {}

  @Test
  @Tag("G3")
  void wait_isHeardOf_andIsNoFailure() {
    failFive(ALICE);
    app.clock.advance(Duration.ofSeconds(3));
    login(ALICE, RIGHT);

    assertThat(app.eventsOf(LoginFailed.class)).hasSize(5);
    assertThat(app.eventsOf(LoginThrottled.class))
        .containsExactly(
            new LoginThrottled(ALICE, "192.0.2.7", Duration.ofSeconds(7), app.clock.instant()));
  }
}

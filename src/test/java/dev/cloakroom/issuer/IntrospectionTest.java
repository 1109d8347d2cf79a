package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.testing.Await;
import dev.cloakroom.testing.FakeIntrospection;
import dev.cloakroom.testing.FakeIntrospection.Question;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.token.RawToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An issuer that is asked over HTTP. */
class IntrospectionTest {
  private static final Await SOON = Await.atMost(Duration.ofSeconds(10));
  private static final PartnerKey KEY = Partner.KEY;

  private final ManualClock clock = ManualClock.atNoon();
  private final FakeIntrospection issuer = FakeIntrospection.start();
  private final List<ForeignTokens> opened = new ArrayList<>();

  @AfterEach
  void stop() {
    opened.forEach(ForeignTokens::close);
    issuer.close();
  }

  private ForeignTokens open(Map<String, String> settings) {
    ForeignTokens tokens =
        ForeignTokens.open(
            SettingsReader.read(SettingsSource.of("test", settings)).settings().issuers(),
            getClass().getClassLoader(),
            clock,
            1 << 20);
    opened.add(tokens);
    return tokens;
  }

  private ForeignTokens open(String... keysAndValues) {
    return open(issuer.settings("partner", keysAndValues));
  }

  private String claims(String subject) {
    long now = clock.instant().getEpochSecond();
    return "\"sub\":\"%s\",\"aud\":\"shop\",\"iat\":%s,\"exp\":%s"
        .formatted(subject, now, now + 300);
  }

  @Test
  @Tag("B7")
  void find_opaque_asksWithIdAndSecret_atTheAddressThatIsDiscovered() {
    ForeignTokens tokens = open();
    issuer.active("a+b/c=", claims("alice"));

    assertThat(accepted(tokens.lookUp("a+b/c=")).callerName()).isEqualTo("partner:alice");

    String basic = Base64.getEncoder().encodeToString("the+shop:s%25cret%3A+%26".getBytes(UTF_8));
    assertThat(issuer.asked())
        .containsExactly(
            new Question("Basic " + basic, "token=a%2Bb%2Fc%3D&token_type_hint=access_token"));
  }

  @Test
  void find_configuredAddress_isAskedThere() {
    ForeignTokens tokens =
        open("issuer", "urn:partner", "introspection-uri", issuer.url() + "/introspect");
    issuer.active("opaque", claims("alice"));

    accepted(tokens.lookUp("opaque"));
  }

  @Test
  void find_jwt_isAskedOfTheOneThatItNames_andOfNobodyElse() {
    ForeignTokens tokens = open();
    String own = KEY.sign("{\"iss\":\"" + issuer.url() + "\"}");
    String others = KEY.sign("{\"iss\":\"https://other.test\"}");
    issuer.active(own, claims("alice"));
    issuer.active(others, claims("alice"));

    accepted(tokens.lookUp(own));
    assertThat(tokens.find(others)).isEmpty();
    assertThat(issuer.asked()).hasSize(1);
  }

  @Test
  void find_opaque_whereNobodyIsAskedForThose_isNobodys() {
    ForeignTokens tokens = open("opaque-tokens", "false");

    assertThat(tokens.find("opaque")).isEmpty();
    assertThat(tokens.find(new RawToken("opaque"), TokenPlace.COOKIE)).isEmpty();
    assertThat(issuer.asked()).isEmpty();
  }

  @Test
  void find_besideAnIssuerThatIsVerified_eachByItsOwnCheck() {
    Map<String, String> settings = new HashMap<>(issuer.settings("asked"));
    Partner.settings("public-key", PartnerKey.jwks(KEY.jwk()))
        .forEach((key, value) -> settings.put("cloakroom.issuers.partner." + key, value));
    ForeignTokens tokens = open(settings);
    issuer.active("opaque", claims("alice"));

    accepted(tokens.lookUp("opaque"));
    assertThat(issuer.asked()).hasSize(1);
    assertThat(tokens.isForeignName("asked:x")).isTrue();
    assertThat(tokens.isForeignName("partner:x")).isTrue();
    assertThat(tokens.isForeignName("other:x")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "401, {}",
    "500, oops",
    "302, ''",
    "200, oops",
    "200, []",
    "200, {}",
    "200, '{\"active\":\"true\"}'",
    "200, '{\"active\":true,\"active\":true}'"
  })
  @Tag("G7")
  void find_answerThatIsNone_isUnavailable_andToldOnceWithoutTheSecret(int status, String text) {
    ForeignTokens tokens = open();
    issuer.answer(status, text);
    List<String> lines;
    try (LogLines log = LogLines.of("dev.cloakroom.issuer")) {
      assertThat(tokens.lookUp("t0ken")).isInstanceOf(IssuerUnavailable.class);
      assertThat(tokens.lookUp("t0ken")).isInstanceOf(IssuerUnavailable.class);
      lines = log.lines();
    }

    assertThat(lines)
        .singleElement()
        .asString()
        .contains("cloakroom.issuers.partner cannot be asked")
        .doesNotContain("t0ken")
        .doesNotContain("s%");
    issuer.recover();
    refused(tokens.lookUp("t0ken"));
  }

  @Test
  @Tag("G7")
  void find_issuerThatNeverAnswers_isUnavailableInTime() {
    ForeignTokens tokens = open();
    issuer.silence();
    long begun = System.nanoTime();

    assertThat(tokens.lookUp("opaque")).isInstanceOf(IssuerUnavailable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  @Tag("G7")
  void find_issuerThatCannotBeReached_isUnavailable_andTheStartGoesOn() {
    issuer.close();
    ForeignTokens tokens = open();

    assertThat(tokens.lookUp("opaque")).isInstanceOf(IssuerUnavailable.class);
  }

  /** Java's client has one thread, which is ours to end. */
  @Test
  void close_leavesNoThread() throws InterruptedException {
    ForeignTokens tokens = open();
    refused(tokens.lookUp("opaque"));
    assertThat(threads()).isPositive();
    tokens.close();

    assertThat(SOON.until(() -> threads() == 0)).isTrue();
    assertThat(tokens.lookUp("another")).isInstanceOf(IssuerUnavailable.class);
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getThreadGroup)
        .filter(group -> group != null && group.getName().equals("cloakroom.issuers.partner"))
        .count();
  }
}

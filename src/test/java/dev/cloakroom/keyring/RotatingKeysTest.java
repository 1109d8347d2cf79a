package dev.cloakroom.keyring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.KeySecret;
import dev.cloakroom.config.KeySettings;
import dev.cloakroom.config.OwnAlgorithm;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.SigningKey;
import dev.cloakroom.crypto.WatchedKeys;
import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.testing.BreakableStore;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes with one store, which make and replace their keys together. */
@Tag("G1")
class RotatingKeysTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LEAD = Duration.ofMinutes(15);
  private static final Duration AFTER = Duration.ofMinutes(7);
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String OTHER_SECRET = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
  private static final byte[] MESSAGE = "message".getBytes(US_ASCII);

  private final ManualClock clock = ManualClock.atNoon();
  private final BreakableStore store = new BreakableStore(new MemorySessionStore(clock));
  private final LogLines log = LogLines.of("dev.cloakroom");

  @AfterEach
  void close() {
    log.close();
  }

  private static RotatingKeys unopened(String secret, @Nullable String value) {
    KeySettings settings =
        new KeySettings(
            null, value, null, KeySecret.decode(secret).orElseThrow(), DAY, OwnAlgorithm.ES256);
    return new RotatingKeys(
        new WatchedKeys(new KeyLoader(RotatingKeysTest.class.getClassLoader()), settings),
        new KeySchedule(DAY, AFTER, OwnAlgorithm.ES256));
  }

  private RotatingKeys node() {
    return node(SECRET);
  }

  private RotatingKeys node(String secret) {
    RotatingKeys node = unopened(secret, null);
    node.open(store.texts(), clock);
    return node;
  }

  private static String signing(RotatingKeys node) {
    return node.complete().signingKey().kid();
  }

  private String stored() {
    return Objects.requireNonNull(store.texts().find(AgreedKeys.NAME));
  }

  private void replaceStored(@Nullable String text) {
    store.texts().replace(AgreedKeys.NAME, stored(), String.valueOf(text));
  }

  private void passWithUpkeep(Duration time, RotatingKeys... nodes) {
    clock.advance(time);
    for (RotatingKeys node : nodes) {
      node.upkeep();
    }
  }

  @Test
  void open_onTwoNodes_isOneKey_whichBothSignWith() throws Exception {
    RotatingKeys one = node();
    RotatingKeys other = node();

    assertThat(signing(one)).isEqualTo(signing(other));
    byte[] signature = one.complete().signingKey().sign(MESSAGE);
    assertThat(other.now().verificationKey(signing(one)).orElseThrow().verify(MESSAGE, signature))
        .isTrue();
    assertThat(JWKSet.parse(one.complete().jwksJson()).getKeys())
        .singleElement()
        .satisfies(key -> assertThat(key.isPrivate()).isFalse());
  }

  @Test
  void derivedKeys_comeFromTheSecret_andOutliveEveryRotation() {
    RotatingKeys one = node();
    byte[] mac = one.deriveMacKey("refresh").mac(MESSAGE);
    passWithUpkeep(DAY.minus(LEAD), one);
    passWithUpkeep(LEAD, one);
    passWithUpkeep(AFTER, one);

    assertThat(one.deriveMacKey("refresh").mac(MESSAGE)).isEqualTo(mac);
    assertThat(node().deriveMacKey("refresh").mac(MESSAGE)).isEqualTo(mac);
  }

  @Test
  void upkeep_throughARotation_publishesTheNextKey_hasItSign_andDropsTheOldOneAtLast()
      throws Exception {
    RotatingKeys one = node();
    RotatingKeys other = node();
    String old = signing(one);
    passWithUpkeep(DAY.minus(LEAD), one, other);
    assertThat(one.now().kids()).hasSize(2).isEqualTo(other.now().kids());
    assertThat(signing(one)).isEqualTo(old);
    String next = one.now().kids().get(1);
    assertThat(JWKSet.parse(other.complete().jwksJson()).getKeys())
        .extracting(JWK::getKeyID)
        .containsExactlyInAnyOrder(old, next);

    passWithUpkeep(LEAD, one, other);
    assertThat(signing(one)).isEqualTo(next).isEqualTo(signing(other));
    assertThat(one.now().verificationKey(old)).isPresent();

    passWithUpkeep(AFTER.minusMillis(1), one, other);
    assertThat(one.now().verificationKey(old)).isPresent();
    passWithUpkeep(Duration.ofMillis(1), one, other);
    assertThat(one.now().kids()).containsExactly(next).isEqualTo(other.now().kids());
  }

  @Test
  void upkeep_ofSeveralNodesAtOnce_makesOneKey() throws Exception {
    List<RotatingKeys> nodes = List.of(node(), node(), node(), node());
    clock.advance(DAY.minus(LEAD));
    try (Race race = new Race(nodes.size())) {
      race.run(nodes.stream().<Callable<Boolean>>map(node -> () -> kept(node)).toList());
    }

    assertThat(nodes).allMatch(node -> node.now().kids().equals(nodes.get(0).now().kids()));
    assertThat(nodes.get(0).now().kids()).hasSize(2);
  }

  private static boolean kept(RotatingKeys node) {
    node.upkeep();
    return true;
  }

  @Test
  void open_anotherNodeIsQuicker_takesItsKey() {
    RotatingKeys late = unopened(SECRET, null);
    List<RotatingKeys> quick = new ArrayList<>();
    late.open(
        new SharedTexts() {
          @Override
          public @Nullable String find(String name) {
            return store.texts().find(name);
          }

          @Override
          public boolean replace(String name, @Nullable String expected, String next) {
            if (quick.isEmpty()) {
              quick.add(node());
            }
            return store.texts().replace(name, expected, next);
          }
        },
        clock);

    assertThat(signing(late)).isEqualTo(signing(quick.get(0)));
  }

  @Test
  void renew_aKeyThatIsNotKnown_isLookedForOnceInAWhile() {
    RotatingKeys one = node();
    RotatingKeys other = node();
    passWithUpkeep(DAY.minus(LEAD), one);
    String next = one.now().kids().get(1);

    assertThat(other.now().verificationKey(next)).isEmpty();
    assertThat(other.renew()).isTrue();
    assertThat(other.now().verificationKey(next)).isPresent();
    store.breakDown();
    clock.advance(Duration.ofMillis(2_999));
    assertThat(other.renew()).as("nobody asked the store").isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThatThrownBy(other::renew).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void upkeep_theStoreIsDown_goesOnWithTheKeysThatAreKnown_andSaysSoOnce() {
    RotatingKeys one = node();
    String old = signing(one);
    passWithUpkeep(DAY.minus(LEAD), one);
    String next = one.now().kids().get(1);
    store.breakDown();
    passWithUpkeep(LEAD, one);
    passWithUpkeep(DAY, one);

    assertThat(signing(one)).isEqualTo(next);
    assertThat(one.now().verificationKey(old)).isPresent();
    assertThat(log.lines()).filteredOn(line -> line.contains("stay in use")).hasSize(1);
    store.repair();
    passWithUpkeep(Duration.ofMinutes(1), one);
    assertThat(signing(one)).as("until others know its successor").isEqualTo(next);
    assertThat(one.now().kids()).hasSize(2).doesNotContain(old);
  }

  @Test
  void open_theStoreIsDown_signsNothing_untilItIsThere() {
    store.breakDown();
    RotatingKeys one = node();

    assertThatThrownBy(one::complete).isInstanceOf(StoreUnavailableException.class);
    assertThat(one.deriveMacKey("csrf").mac(MESSAGE)).as("needs the secret only").isNotEmpty();
    store.repair();
    clock.advance(Duration.ofSeconds(3));
    assertThat(signing(one)).isNotEmpty();
  }

  @Test
  void complete_beforeAStoreIsOpened_isOurFailure() {
    assertThatThrownBy(unopened(SECRET, null)::complete)
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void open_withAnotherSecret_isRefused_andChangesNothing() {
    RotatingKeys one = node();
    String before = stored();

    assertThatThrownBy(() -> node(OTHER_SECRET))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cloakroom.keys.secret")
        .hasMessageNotContaining(OTHER_SECRET);
    assertThat(stored()).isEqualTo(before);
    assertThat(signing(one)).isEqualTo(signing(node()));
  }

  @Test
  void upkeep_whatIsStoredWasChanged_isNotTaken() {
    RotatingKeys one = node();
    String old = signing(one);
    String genuine = stored();
    int last = genuine.length() - 2;
    char other = genuine.charAt(last) == 'A' ? 'B' : 'A';
    replaceStored(genuine.substring(0, last) + other + genuine.substring(last + 1));
    passWithUpkeep(DAY, one);

    assertThat(signing(one)).isEqualTo(old);
    assertThat(log.lines()).anyMatch(line -> line.contains("cannot be opened"));
    assertThatThrownBy(this::node).isInstanceOf(IllegalStateException.class);
    replaceStored("nonsense");
    assertThatThrownBy(this::node).isInstanceOf(IllegalStateException.class);
  }

  /** As of a Redis that was restarted without its data. */
  @Test
  void upkeep_theStoreHasForgotten_isToldAgain_alsoWhereAnotherNodeHasBegunAnew() {
    RotatingKeys one = node();
    RotatingKeys other = node();
    String old = signing(one);
    BreakableStore empty = new BreakableStore(new MemorySessionStore(clock));
    RotatingKeys begun = unopened(SECRET, null);
    begun.open(empty.texts(), clock);
    String fresh = Objects.requireNonNull(empty.texts().find(AgreedKeys.NAME));
    replaceStored(fresh);
    clock.advance(Duration.ofSeconds(10));
    one.upkeep();
    other.upkeep();
    begun.open(store.texts(), clock);

    assertThat(one.now().kids()).hasSize(2).contains(old).isEqualTo(other.now().kids());
    assertThat(begun.now().kids()).isEqualTo(one.now().kids());
  }

  @Test
  void stored_holdsNoKeyThatCanBeRead() {
    RotatingKeys one = node();

    assertThat(stored()).matches("[A-Za-z0-9._-]+").doesNotContain(signing(one), "jwk");
    assertThat(stored().length()).isLessThan(SharedTexts.MAX_LENGTH / 15);
  }

  /** Who comes from keys in files loses no login: those verify, and sign no more. */
  @Test
  void keysThatAreGivenBesides_verifyAndDoNotSign() {
    String jwk =
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"file\","
            + "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
            + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";
    RotatingKeys one = unopened(SECRET, jwk);
    one.open(store.texts(), clock);
    SigningKey signing = one.complete().signingKey();

    assertThat(signing.kid()).isNotEqualTo("file");
    assertThat(one.now().kids()).containsExactly(signing.kid(), "file");
    assertThat(one.now().deriveMacKey("token", "file")).isPresent();
  }

  /** A ring is replaced only when it is another one: what follows it is made anew each time. */
  @Test
  void upkeep_nothingChanged_isTheSameRing() {
    RotatingKeys one = node();
    var before = one.now();
    passWithUpkeep(Duration.ofSeconds(10), one);

    assertThat(one.now()).isSameAs(before);
  }
}

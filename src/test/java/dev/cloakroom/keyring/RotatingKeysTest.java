package dev.cloakroom.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How nodes with one store make and replace their keys together. */
@Tag("G1")
class RotatingKeysTest extends SharedKeysFixture {
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

  /** Who comes from keys in files loses no login, nor who reads the public keys now and then. */
  @Test
  void keysThatAreGivenBesides_signUntilTheFirstSharedOneIsKnown_andVerifyAfterThat() {
    RotatingKeys one = unopened(SECRET, FILE_KEY);
    one.open(store.texts(), clock);
    RotatingKeys other = unopened(SECRET, FILE_KEY);
    other.open(store.texts(), clock);
    assertThat(signing(one)).isEqualTo("file").isEqualTo(signing(other));
    assertThat(one.now().kids()).hasSize(2).isEqualTo(other.now().kids());
    String shared = one.now().kids().get(1);
    passWithUpkeep(LEAD.minusMillis(1), one, other);
    assertThat(signing(one)).isEqualTo("file");
    passWithUpkeep(Duration.ofMillis(1), one, other);

    assertThat(signing(one)).isEqualTo(shared).isEqualTo(signing(other));
    assertThat(one.now().kids()).containsExactly(shared, "file");
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

package dev.cloakroom.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.KeySettings;
import dev.cloakroom.config.OwnAlgorithm;
import dev.cloakroom.crypto.DatedKey;
import dev.cloakroom.crypto.KeyEdition;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.SealedKeys;
import dev.cloakroom.crypto.SigningKey;
import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.testing.BreakableStore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys in a store that fails, forgets, or is written to by others. */
@Tag("G1")
class RotatingKeysFailureTest extends SharedKeysFixture {
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
    assertThat(signing(begun)).as("until all know the other").isEqualTo(old);
    passWithUpkeep(LEAD, one, other, begun);
    assertThat(signing(one)).isNotEqualTo(old).isEqualTo(signing(other)).isEqualTo(signing(begun));
  }

  @Test
  void upkeep_theStoreIsEmptied_isToldAgain() {
    RotatingKeys one = node();
    String old = signing(one);
    BreakableStore empty = new BreakableStore(new MemorySessionStore(clock));
    one.open(empty.texts(), clock);

    assertThat(empty.texts().find(AgreedKeys.NAME)).isNotNull();
    RotatingKeys later = unopened(SECRET, null);
    later.open(empty.texts(), clock);
    assertThat(later.now().kids()).containsExactly(old);
  }

  /** Who learns the key of a retired file can write none of their own. */
  @Test
  void open_sealedByAKeyOfTheFiles_isRefused() {
    KeySettings filesAlone = new KeySettings(null, FILE_KEY, null, null, null, OwnAlgorithm.ES256);
    KeyRing stolen = new KeyLoader(RotatingKeysFailureTest.class.getClassLoader()).load(filesAlone);
    SealedKeys seals = new SealedKeys(stolen.deriveSealing(AgreedKeys.NAME));
    DatedKey forged = new DatedKey(SigningKey.generate(OwnAlgorithm.ES256), clock.instant());
    store.texts().replace(AgreedKeys.NAME, null, seals.seal(new KeyEdition(9, List.of(forged))));

    assertThatThrownBy(() -> unopened(SECRET, FILE_KEY).open(store.texts(), clock))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void stored_holdsNoKeyThatCanBeRead() {
    RotatingKeys one = node();

    assertThat(stored()).matches("[A-Za-z0-9._-]+").doesNotContain(signing(one), "jwk");
    assertThat(stored().length()).isLessThan(SharedTexts.MAX_LENGTH / 15);
  }
}

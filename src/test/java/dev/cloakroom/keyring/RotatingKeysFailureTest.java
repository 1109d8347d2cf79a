package dev.cloakroom.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.testing.BreakableStore;
import java.time.Duration;
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
  }

  @Test
  void stored_holdsNoKeyThatCanBeRead() {
    RotatingKeys one = node();

    assertThat(stored()).matches("[A-Za-z0-9._-]+").doesNotContain(signing(one), "jwk");
    assertThat(stored().length()).isLessThan(SharedTexts.MAX_LENGTH / 15);
  }
}

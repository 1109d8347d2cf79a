package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.session.BeanWrite.Begun;
import dev.cloakroom.session.BeanWrite.Changed;
import dev.cloakroom.store.BeanState;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.NearCache;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.SharedMemory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Beans of one login on two nodes that share a store. */
class SessionBeansTest {
  private static final int MOST_BYTES = 10;
  private static final BeanState EMPTY = state("empty");
  private static final BeanState ONE = state("one");
  private static final BeanState TWO = state("two");

  private final ManualClock clock = ManualClock.atNoon();
  private final SessionStore whole = new MemorySessionStore(clock);
  private final SharedMemory connection = new SharedMemory(whole, Push.SUPPORTED);
  private final SessionFixture here = node(connection);
  private final SessionFixture there = node(new SharedMemory(whole, Push.SUPPORTED));
  private final SessionBeans beansHere = new SessionBeans(here.sessions, MOST_BYTES);
  private final SessionBeans beansThere = new SessionBeans(there.sessions, MOST_BYTES);
  private final String id = here.browserLogin("alice").session().id();

  private SessionFixture node(SharedMemory store) {
    return new SessionFixture(
        clock,
        new NearCache(
            store,
            new NearCacheSettings(100, Duration.ofSeconds(1)),
            clock,
            () -> TimeUnit.MILLISECONDS.toNanos(clock.millis())));
  }

  private static BeanState state(String text) {
    return BeanState.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void write_begun_isKeptForTheOtherNode() {
    assertThat(beansHere.of(id)).isEmpty();

    assertThat(beansHere.write(id, List.of(new Begun("cart", EMPTY))))
        .isEqualTo(BeanWriteOutcome.WRITTEN);

    assertThat(beansThere.of(id)).isEqualTo(Map.of("cart", EMPTY));
  }

  @Test
  @Tag("S15")
  void write_changedFromWhatIsKept_isKept() {
    beansHere.write(id, List.of(new Begun("cart", EMPTY)));

    assertThat(beansThere.write(id, List.of(new Changed("cart", EMPTY, ONE))))
        .isEqualTo(BeanWriteOutcome.WRITTEN);
    assertThat(beansThere.of(id)).containsEntry("cart", ONE);
  }

  @Test
  @Tag("S15")
  void write_changedByAnotherNodeMeanwhile_isAConflict_andTheFirstStays() {
    beansHere.write(id, List.of(new Begun("cart", EMPTY)));
    beansThere.write(id, List.of(new Changed("cart", EMPTY, ONE)));

    List<BeanWrite> late = List.of(new Begun("note", ONE), new Changed("cart", EMPTY, TWO));
    assertThat(beansHere.write(id, late)).isEqualTo(BeanWriteOutcome.CONFLICT);

    assertThat(beansThere.of(id)).isEqualTo(Map.of("cart", ONE));
  }

  @Test
  void write_otherBeanChangedByAnotherNode_isNoConflict() {
    beansHere.write(id, List.of(new Begun("cart", EMPTY)));
    assertThat(beansThere.of(id)).hasSize(1);
    beansThere.write(id, List.of(new Changed("note", null, ONE)));

    assertThat(beansHere.write(id, List.of(new Changed("cart", EMPTY, TWO))))
        .isEqualTo(BeanWriteOutcome.WRITTEN);
    assertThat(beansHere.of(id)).isEqualTo(Map.of("cart", TWO, "note", ONE));
  }

  @Test
  void write_begunByTwo_theFirstStays() {
    beansThere.write(id, List.of(new Begun("cart", ONE)));

    assertThat(beansHere.write(id, List.of(new Begun("cart", TWO))))
        .isEqualTo(BeanWriteOutcome.WRITTEN);
    assertThat(whole.find(id)).extracting(record -> record.beans().get("cart")).isEqualTo(ONE);
  }

  @Test
  void write_begunInThePlaceOfWhatCannotBeRead_isKept_andOnlyThere() {
    beansHere.write(id, List.of(new Begun("cart", ONE)));

    assertThat(beansHere.write(id, List.of(new Begun("cart", EMPTY, TWO))))
        .isEqualTo(BeanWriteOutcome.WRITTEN);
    assertThat(beansHere.of(id)).containsEntry("cart", ONE);
    assertThat(beansHere.write(id, List.of(new Begun("cart", ONE, TWO))))
        .isEqualTo(BeanWriteOutcome.WRITTEN);
    assertThat(beansHere.of(id)).containsEntry("cart", TWO);
  }

  @Test
  void write_begunAndChangedByTwo_isAConflict() {
    beansThere.write(id, List.of(new Changed("cart", null, ONE)));

    assertThat(beansHere.write(id, List.of(new Changed("cart", null, TWO))))
        .isEqualTo(BeanWriteOutcome.CONFLICT);
  }

  @Test
  void write_nothingNew_isNoRoundTrip() {
    beansHere.write(id, List.of(new Begun("cart", EMPTY)));
    int before = connection.roundTrips();

    beansHere.write(id, List.of(new Begun("cart", ONE)));
    assertThat(beansHere.of(id)).hasSize(1);

    assertThat(connection.roundTrips()).isEqualTo(before);
  }

  @Test
  void write_moreThanIsAllowed_isRefusedWhole() {
    beansHere.write(id, List.of(new Changed("cart", null, state("12345"))));

    assertThat(beansHere.write(id, List.of(new Changed("note", null, state("123456")))))
        .isEqualTo(BeanWriteOutcome.TOO_LARGE);
    assertThat(beansHere.of(id)).containsOnlyKeys("cart");
    assertThat(beansHere.write(id, List.of(new Changed("note", null, state("12345")))))
        .isEqualTo(BeanWriteOutcome.WRITTEN);
  }

  @Test
  @Tag("S7")
  void write_sessionEndedElsewhere_keepsNothing() {
    assertThat(beansHere.of(id)).isEmpty();
    there.ender.logOut(id);

    assertThat(beansHere.write(id, List.of(new Changed("cart", null, ONE))))
        .isEqualTo(BeanWriteOutcome.OVER);
    assertThat(whole.find(id)).extracting(record -> record.beans().size()).isEqualTo(0);
    assertThat(beansThere.of(id)).isEmpty();
  }

  @Test
  void end_withBeans_tellsWhatIsLeftBehind_once() {
    beansHere.write(id, List.of(new Changed("cart", null, ONE)));
    String without = here.browserLogin("alice").session().id();

    here.ender.end(without, EndReason.LOGGED_OUT);
    here.admin.endAll("alice");
    here.admin.endAll("alice");

    assertThat(here.leftBehind).isEqualTo(Map.of(without, Map.of(), id, Map.of("cart", ONE)));
  }
}

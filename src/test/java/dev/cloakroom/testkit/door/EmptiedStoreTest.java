package dev.cloakroom.testkit.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.SessionStoreContract;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.testkit.door.EmptiedStore.Emptiable;
import org.junit.jupiter.api.Test;

/** A store that can be emptied is one like others, until it is. */
class EmptiedStoreTest extends SessionStoreContract {

  @Override
  protected SessionStore newStore() {
    return EmptiedStore.of(new MemorySessionStore(clock), () -> new MemorySessionStore(clock));
  }

  @Test
  void empty_forgetsSessions_andHasRoomForNewOnes() {
    SessionRecord before = Records.login("alice", clock.instant());
    store.create(before);

    ((Emptiable) store).empty();

    assertThat(store.find(before.id())).isNull();
    assertThat(store.findByCaller("alice")).isEmpty();
    assertThat(store.create(before)).isTrue();
  }

  /** Who has these keeps them: the parts of an application ask for them once. */
  @Test
  void partsOfTheStore_areThoseOfTheEmptyOne_too() {
    OneTimeRecords oneTime = store.oneTime();
    ((Emptiable) store).empty();

    assertThat(store.oneTime()).isSameAs(oneTime);
    assertThat(store.attempts()).isSameAs(store.attempts());
    assertThat(store.revocations()).isSameAs(store.revocations());
  }
}

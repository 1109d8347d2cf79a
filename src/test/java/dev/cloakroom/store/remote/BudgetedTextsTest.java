package dev.cloakroom.store.remote;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.store.SharedTextsContract;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.BreakableStore;
import dev.cloakroom.testing.SharedMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the nodes agree on, behind a time budget. */
class BudgetedTextsTest extends SharedTextsContract {
  private final BreakableStore whole = new BreakableStore(new MemorySessionStore(clock));
  private final List<SessionStore> nodes = new ArrayList<>();

  @Override
  protected SharedTexts texts() {
    BudgetedStore node =
        new BudgetedStore(new SharedMemory(whole, Push.ABSENT), Duration.ofSeconds(30));
    nodes.add(node);
    return node.texts();
  }

  @AfterEach
  void close() {
    nodes.forEach(SessionStore::close);
  }

  @Test
  void eachCall_theStoreIsDown_failsAsSuch() {
    SharedTexts texts = texts();
    whole.breakDown();

    assertThatThrownBy(() -> texts.find("name")).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> texts.replace("name", null, "text"))
        .isInstanceOf(StoreUnavailableException.class);
  }
}

package dev.cloakroom.store.memory;

import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.store.SharedTextsContract;

class MemoryTextsTest extends SharedTextsContract {
  private final MemorySessionStore store = new MemorySessionStore(clock);

  @Override
  protected SharedTexts texts() {
    return store.texts();
  }
}

package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.store.SharedTextsContract;
import dev.cloakroom.testing.RedisProcess;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisTextsTest extends SharedTextsContract {
  private final List<RedisSessionStore> nodes = new ArrayList<>();

  @Override
  protected SharedTexts texts() {
    if (nodes.isEmpty()) {
      RedisProcess.shared().command("FLUSHALL");
    }
    RedisSessionStore node = RedisStores.at(RedisProcess.shared(), clock);
    nodes.add(node);
    return node.texts();
  }

  @AfterEach
  void closeNodes() {
    nodes.forEach(RedisSessionStore::close);
  }

  /** It must outlive all sessions, so nothing drops it by itself. */
  @Test
  void replace_always_givesNoTimeToLive() {
    texts().replace("signing-keys", null, "one");
    texts().replace("signing-keys", "one", "two");

    assertThat(RedisProcess.shared().command("TTL", "{cloakroom:}t:signing-keys")).isEqualTo(-1L);
  }
}

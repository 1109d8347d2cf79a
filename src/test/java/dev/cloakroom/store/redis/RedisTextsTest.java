package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.store.SharedTextsContract;
import dev.cloakroom.testing.RedisProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisTextsTest extends SharedTextsContract {
  private final RedisNodes nodes = new RedisNodes(clock);

  @Override
  protected SharedTexts texts() {
    return nodes.open().texts();
  }

  @AfterEach
  void closeNodes() {
    nodes.close();
  }

  /** It must outlive all sessions, so nothing drops it by itself. */
  @Test
  void replace_always_givesNoTimeToLive() {
    texts().replace("signing-keys", null, "one");
    texts().replace("signing-keys", "one", "two");

    assertThat(RedisProcess.shared().command("TTL", "{cloakroom:}t:signing-keys")).isEqualTo(-1L);
  }
}

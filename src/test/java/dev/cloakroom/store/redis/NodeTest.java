package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.RedisProcess;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;

class NodeTest {
  private final HostAndPort address = new HostAndPort("127.0.0.1", RedisProcess.shared().port());
  private final AtomicLong now = new AtomicLong();
  private final Node node = new Node(address, () -> new Connection(address), now::get);

  @AfterEach
  void close() {
    node.close();
  }

  private Connection taken() {
    Connection connection = node.take();
    assertThat(connection.ping()).isTrue();
    return connection;
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void connection_givenBack_isUsedAgain() {
    Connection connection = taken();
    node.giveBack(connection);
    pass(Duration.ofSeconds(30));

    assertThat(node.take()).isSameAs(connection);
  }

  @Test
  void connection_unusedForLong_isClosedInsteadOfUsed() {
    Connection connection = taken();
    node.giveBack(connection);
    pass(Duration.ofSeconds(31));

    assertThat(taken()).isNotSameAs(connection);
    assertThat(connection.isConnected()).isFalse();
  }

  @Test
  void connections_noLongerNeeded_areClosedOneByOne() {
    Connection used = taken();
    Connection spare = taken();
    node.giveBack(spare);
    node.giveBack(used);
    pass(Duration.ofSeconds(20));
    node.giveBack(node.take());
    pass(Duration.ofSeconds(20));
    node.giveBack(node.take());

    assertThat(spare.isConnected()).isFalse();
    assertThat(node.take()).isSameAs(used);
  }

  @Test
  void connection_thatIsBroken_isNotUsedAgain() {
    Connection connection = taken();
    connection.setBroken();
    node.giveBack(connection);

    assertThat(taken()).isNotSameAs(connection);
  }

  @Test
  void close_closesTheUnused_andTheUsedWhenTheyAreGivenBack() {
    Connection unused = taken();
    Connection used = taken();
    node.giveBack(unused);
    node.close();

    assertThat(unused.isConnected()).isFalse();
    assertThat(used.isConnected()).isTrue();
    node.giveBack(used);
    assertThat(used.isConnected()).isFalse();
  }
}

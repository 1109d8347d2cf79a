package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.End;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.remote.ChangeListener;
import dev.cloakroom.testing.Heard;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.RedisProcess;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;

/** A change is told once, with the version that it makes, or else as something unknown. */
class RedisToldVersionsTest {
  private static final KeyNames KEYS = new KeyNames("cloakroom:");
  private static final String UNKNOWN = " " + ChangeListener.UNKNOWN_VERSION;

  private final RedisProcess redis = RedisProcess.shared();
  private final ManualClock clock = ManualClock.atNoon();
  private final Heard heard = new Heard();
  private RedisSessionStore store;

  @BeforeEach
  void listen() throws InterruptedException {
    redis.command("FLUSHALL");
    store = RedisStores.at(redis, clock);
    store.listen(heard);
    heard.await("connected");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private End endNow() {
    return Ends.byAdministrator(clock);
  }

  private SessionRecord created(String caller) {
    SessionRecord record = Records.login(caller, clock.instant());
    assertThat(store.create(record)).isTrue();
    return record;
  }

  /** All that was heard until now. */
  private List<String> heardSoFar() throws InterruptedException {
    SessionRecord last = created("the last one");
    return heard.until(last.id() + " 1");
  }

  @Test
  void create_isVersionOne() throws InterruptedException {
    SessionRecord record = created("alice");

    assertThat(heardSoFar()).containsExactly(record.id() + " 1");
  }

  @Test
  void replace_isTheNextVersion() throws InterruptedException {
    SessionRecord record = created("alice");
    assertThat(store.replace(record.seen(clock.instant()))).isTrue();
    assertThat(store.replace(record.seen(clock.instant()))).isFalse();

    assertThat(heardSoFar()).containsExactly(record.id() + " 1", record.id() + " 2");
  }

  @Test
  @Tag("S10")
  void endByCaller_isTheNextVersionOfEachThatEnds() throws InterruptedException {
    SessionRecord ended = created("alice");
    assertThat(store.replace(ended.ended(endNow()))).isTrue();
    SessionRecord live = created("alice");
    heardSoFar();
    store.endByCaller("alice", endNow());

    assertThat(heardSoFar()).containsExactly(live.id() + " 2");
  }

  @Test
  @Tag("S10")
  void endBefore_isEverything_thenTheNextVersionOfEach() throws InterruptedException {
    SessionRecord alice = created("alice");
    SessionRecord bob = created("bob");
    heardSoFar();
    var moment = clock.instant().plusMillis(1);
    clock.advance(Duration.ofMillis(1));
    String next = store.endBefore(moment, endNow(), null).next();
    assertThat(heardSoFar()).containsExactly("everything");
    while (next != null) {
      next = store.endBefore(moment, endNow(), next).next();
    }

    assertThat(heardSoFar()).contains(alice.id() + " 2", bob.id() + " 2").noneMatch(this::unknown);
  }

  private boolean unknown(String heard) {
    return heard.endsWith(UNKNOWN);
  }

  /** Whoever does without the scripts does not say what comes of it. */
  @ParameterizedTest
  @ValueSource(strings = {"DEL", "PERSIST"})
  void change_thatNobodyPublished_isUnknown(String command) throws InterruptedException {
    SessionRecord record = created("alice");
    heardSoFar();
    redis.command(command, KEYS.session(record.id()));

    assertThat(heardSoFar()).containsExactly(record.id() + UNKNOWN);
  }

  @Test
  void change_nextToOneThatNobodyPublished_isUnknownAlthoughItWasPublishedBefore()
      throws InterruptedException {
    SessionRecord record = created("alice");
    store.replace(record.seen(clock.instant()));
    heardSoFar();
    redis.command("PEXPIRE", KEYS.session(record.id()), "600000");
    store.replace(record.seen(clock.instant()).seen(clock.instant()));

    assertThat(heardSoFar()).containsExactly(record.id() + UNKNOWN, record.id() + " 3");
  }

  /** Then Redis names each record once, after all that was published of it. */
  @Test
  void changes_thatArriveAtOnce_areAllToldWithTheirVersions() throws InterruptedException {
    SessionRecord record = created("alice");
    heardSoFar();
    String script = "redis.call('PUBLISH', ARGV[1], ARGV[2]); redis.call('SET', KEYS[1], 'x')";
    try (Connection connection = new Connection(new HostAndPort("127.0.0.1", redis.port()))) {
      IntStream.rangeClosed(2, 50)
          .mapToObj(
              version ->
                  new CommandArguments(Command.EVAL)
                      .addObjects(script, 1, KEYS.session(record.id()), KEYS.changes())
                      .add(record.id() + " " + version))
          .forEach(connection::sendCommand);
      connection.getMany(49);
    }

    assertThat(heardSoFar())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(2, 50).mapToObj(version -> record.id() + " " + version).toList());
  }

  /** Such as one of a node that has the slot no more; clusters pass them all on. */
  @Test
  void publication_thatNoChangeFollows_explainsNoLaterChange() throws InterruptedException {
    SessionRecord record = created("alice");
    redis.command("PUBLISH", KEYS.changes(), record.id() + " 2");
    heardSoFar();
    heardSoFar();
    redis.command("DEL", KEYS.session(record.id()));

    assertThat(heardSoFar()).containsExactly(record.id() + UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "something else", "id 99999999999999999999"})
  void publication_ofSomethingElse_isPassedOver(String text) throws InterruptedException {
    redis.command("PUBLISH", KEYS.changes(), text);

    SessionRecord record = created("alice");
    assertThat(heardSoFar()).containsExactly(record.id() + " 1");
  }
}

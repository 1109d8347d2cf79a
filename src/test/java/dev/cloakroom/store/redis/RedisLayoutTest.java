package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.RedisSettings;
import dev.cloakroom.config.RedisUri;
import dev.cloakroom.store.End;
import dev.cloakroom.store.Ending;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.RedisProcess;
import dev.cloakroom.testing.Relay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.util.JedisClusterCRC16;
import redis.clients.jedis.util.SafeEncoder;

/** What is in Redis, and how often it is asked. */
class RedisLayoutTest {
  /** What PTTL says of a key without an end; of one that has ended meanwhile it says -2. */
  private static final long FOR_EVER = -1;

  private static final KeyNames KEYS = new KeyNames("cloakroom:");

  private final RedisProcess redis = RedisProcess.shared();
  private final ManualClock clock = ManualClock.atNoon();
  private final RedisNodes nodes = new RedisNodes(clock);
  private RedisSessionStore store;

  @BeforeEach
  void emptyStore() {
    store = nodes.open();
  }

  @AfterEach
  void closeStore() {
    nodes.close();
  }

  private SessionRecord kept(String caller) {
    SessionRecord record = Records.login(caller, clock.instant());
    assertThat(store.create(record)).isTrue();
    return record;
  }

  private End endNow() {
    return Ends.byAdministrator(clock);
  }

  private List<String> keys() {
    List<?> found = (List<?>) Objects.requireNonNull(redis.command("KEYS", "*"));
    return found.stream().map(name -> SafeEncoder.encode((byte[]) name)).toList();
  }

  private long number(String command, Object... arguments) {
    return (Long) Objects.requireNonNull(redis.command(command, arguments));
  }

  @Test
  void everyOperation_isOneRoundTrip() {
    try (Relay relay = Relay.to(redis.port());
        RedisSessionStore counted = RedisStores.at("redis://127.0.0.1:" + relay.port(), clock)) {
      SessionRecord record = Records.login("alice", clock.instant());
      counted.find("connects, and has the scripts loaded");
      List<Integer> trips = new ArrayList<>();
      List<Runnable> operations =
          List.of(
              () -> counted.create(record),
              () -> counted.find(record.id()),
              () -> counted.replace(record.seen(clock.instant())),
              () -> counted.findByCaller("alice"),
              () -> counted.endByCaller("alice", endNow()));
      operations.forEach(Runnable::run);
      SessionRecord other = Records.login("bob", clock.instant());
      for (Runnable operation :
          List.<Runnable>of(
              () -> counted.create(other),
              () -> counted.find(other.id()),
              () -> counted.replace(other.seen(clock.instant())),
              () -> counted.findByCaller("bob"),
              () -> counted.endByCaller("bob", endNow()))) {
        int before = relay.roundTrips();
        operation.run();
        trips.add(relay.roundTrips() - before);
      }
      assertThat(trips).containsExactly(1, 1, 1, 1, 1);
    }
  }

  @Test
  void record_whereDigitsAreWrittenOtherwise_isTheSame() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      SessionRecord record = kept("alice");
      assertThat(store.replace(record.seen(clock.instant()))).isTrue();
      assertThat(store.find(record.id())).isEqualTo(record.seen(clock.instant()));
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void scripts_forgottenByTheServer_areSentAgain() {
    kept("alice");
    redis.command("SCRIPT", "FLUSH");

    SessionRecord record = kept("alice");
    assertThat(store.find(record.id())).isEqualTo(record);
  }

  @Test
  void everyKey_afterARandomMixOfOperations_hasATimeToLiveAndIsInOneSlot() {
    Random random = new Random(4711);
    List<SessionRecord> made = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String caller = "caller-" + random.nextInt(20);
      clock.advance(Duration.ofSeconds(random.nextInt(30)));
      switch (random.nextInt(6)) {
        case 0 -> store.endByCaller(caller, endNow());
        case 1 -> store.findByCaller(caller);
        case 2, 3 -> made.add(kept(caller));
        default -> made.stream().skip(made.size() / 2).findFirst().ifPresent(this::touch);
      }
    }
    Ending.allBefore(store, clock.instant(), endNow());

    assertThat(keys()).hasSizeGreaterThan(100);
    assertThat(keys()).allSatisfy(key -> assertThat(number("PTTL", key)).isNotEqualTo(FOR_EVER));
    assertThat(keys()).extracting(JedisClusterCRC16::getSlot).containsOnly(slot());
  }

  private static int slot() {
    return JedisClusterCRC16.getSlot("cloakroom:");
  }

  private void touch(SessionRecord record) {
    SessionRecord stored = store.find(record.id());
    if (stored != null) {
      store.replace(stored.seen(clock.instant()));
    }
  }

  @Test
  void record_isKeptAsLongAsItCanBeRead() {
    SessionRecord record = kept("alice");

    long kept = Records.IDLE.plus(SessionRecord.AFTERLIFE).toMillis();
    assertThat(number("PTTL", KEYS.session(record.id()))).isBetween(kept - 5_000, kept);
    store.endByCaller("alice", endNow());
    long ended = SessionRecord.AFTERLIFE.toMillis();
    assertThat(number("PTTL", KEYS.session(record.id()))).isBetween(ended - 5_000, ended);
  }

  @Test
  void index_ofACallerWhoLogsInAgainAndAgain_holdsOnlyWhatIsThere() {
    for (int i = 0; i < 50; i++) {
      SessionRecord record = kept("alice");
      store.replace(record.ended(endNow()));
      clock.advance(Duration.ofMinutes(1));
    }
    kept("alice");

    assertThat(number("ZCARD", KEYS.index("alice"))).isLessThanOrEqualTo(11);
  }

  @Test
  void index_ofACallerWhoIsSignedOutAgainAndAgain_holdsOnlyWhatIsThere() {
    for (int i = 0; i < 50; i++) {
      kept("alice");
      store.endByCaller("alice", endNow());
      clock.advance(Duration.ofMinutes(1));
    }
    kept("alice");

    assertThat(number("ZCARD", KEYS.index("alice"))).isLessThanOrEqualTo(11);
  }

  @Test
  void index_withIdsOfRecordsThatAreGone_isCleanedByTheNextLook() {
    SessionRecord gone = kept("alice");
    SessionRecord there = kept("alice");
    redis.command("DEL", KEYS.session(gone.id()));

    assertThat(store.findByCaller("alice")).containsExactly(there);
    assertThat(number("ZCARD", KEYS.index("alice"))).isEqualTo(1);
  }

  @Test
  void index_ofARememberedSession_outlivesAShorterOne() {
    kept("alice");
    redis.command("PEXPIRE", KEYS.index("alice"), "100000000");
    kept("alice");

    assertThat(number("PTTL", KEYS.index("alice"))).isGreaterThan(90_000_000);
  }

  @Test
  void index_afterATouch_livesAsLongAsTheRecord() {
    SessionRecord record = kept("alice");
    clock.advance(Records.IDLE.minusSeconds(1));
    redis.command("PEXPIRE", KEYS.index("alice"), "1000");
    store.replace(record.ticketUsed(clock.instant()));

    assertThat(number("PTTL", KEYS.index("alice"))).isGreaterThan(Records.IDLE.toMillis());
  }

  @Test
  void prefix_ofAnotherApplication_seesNothingOfThis() {
    SessionRecord record = kept("alice");
    var uri = RedisUri.parse(redis.uri()).orElseThrow();
    try (RedisSessionStore other =
        new RedisSessionStore(
            new RedisSettings(uri, "other:", false), RedisStores.TIMEOUT, clock)) {
      assertThat(other.find(record.id())).isNull();
      assertThat(other.endByCaller("alice", endNow())).isEmpty();
      assertThat(Ending.allBefore(other, clock.instant().plusSeconds(1), endNow())).isEmpty();
    }
    assertThat(store.find(record.id())).isEqualTo(record);
  }
}

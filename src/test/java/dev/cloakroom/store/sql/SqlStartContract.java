package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.AttemptLimit;
import dev.cloakroom.store.AttemptRule;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when nodes start: with tables, without, and several at once. */
abstract class SqlStartContract {
  private static final AttemptLimit LIMIT =
      new AttemptLimit(
          "alice",
          new AttemptRule(5, Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(9)));

  private final TestDatabase database = TestDatabase.of(getClass());
  private final ManualClock clock = ManualClock.atNoon();
  private SqlNodes nodes;

  @BeforeEach
  final void takeOtherTables() {
    nodes = new SqlNodes(database.dataSource(), clock);
  }

  @AfterEach
  final void closeStores() {
    nodes.close();
  }

  private SessionRecord login() {
    return Records.login("alice", clock.instant());
  }

  @Test
  void open_withoutTables_isUnavailableUntilTheyAppear() {
    SqlSessionStore store = nodes.openWithoutCreating();
    SessionRecord record = login();
    assertThatThrownBy(() -> store.create(record)).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> store.find(record.id())).isInstanceOf(StoreUnavailableException.class);

    nodes.open();
    assertThat(store.create(record)).isTrue();
    assertThat(store.find(record.id())).isEqualTo(record);
  }

  /** As after an update: the log says what to run, and that creates what is missing. */
  @Test
  void open_oneTableIsMissing_isNamedInTheLogAndCreatedBesideTheOthers() throws SQLException {
    SessionRecord record = login();
    nodes.open().create(record);
    nodes.run("drop table cloakroom_attempt");

    try (LogLines log = LogLines.of("dev.cloakroom.store")) {
      SqlSessionStore store = nodes.openWithoutCreating();
      assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains(".sql", "_attempt"));
      assertThatThrownBy(() -> store.attempts().count(List.of(LIMIT)))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(store.find(record.id())).isEqualTo(record);
    }
    assertThat(nodes.open().attempts().count(List.of(LIMIT))).isZero();
  }

  /** As after an update: who is logged in and who logs in need not wait for it. */
  @Test
  void open_theTableOfTokensIsMissing_isNamedInTheLog_andLoginsGoOn() throws SQLException {
    SessionRecord record = login();
    nodes.open().create(record);
    nodes.run("drop table cloakroom_one_time");

    try (LogLines log = LogLines.of("dev.cloakroom.store")) {
      SqlSessionStore store = nodes.openWithoutCreating();
      assertThat(log.lines())
          .anySatisfy(line -> assertThat(line).contains("one-time tokens need", "logins do"));
      assertThat(log.lines()).noneSatisfy(line -> assertThat(line).contains("nobody can log in"));
      assertThatThrownBy(() -> store.oneTime().removeAll("alice"))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(store.create(login())).isTrue();
    }
    assertThat(nodes.open().oneTime().removeAll("alice")).isZero();
  }

  @Test
  void find_theTableOfKeysIsMissing_isNamedInTheLog_whereKeysAreInTheStore() throws SQLException {
    nodes.open();
    nodes.run("drop table cloakroom_text");

    try (LogLines log = LogLines.of("dev.cloakroom.store")) {
      SqlSessionStore store = nodes.openWithoutCreating();
      assertThat(log.lines()).as("whose keys are elsewhere").isEmpty();
      for (int look = 0; look < 2; look++) {
        assertThatThrownBy(() -> store.texts().find("signing-keys"))
            .isInstanceOf(StoreUnavailableException.class);
      }
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("cloakroom.keys.rotate-every needs", "cloakroom_text");
      assertThat(store.create(login())).isTrue();
    }
    try (LogLines log = LogLines.of("dev.cloakroom.store")) {
      assertThat(nodes.open().texts().find("signing-keys")).isNull();
      assertThat(log.lines()).isEmpty();
    }
  }

  /** As where the application may use what is there, and make nothing. */
  @Test
  void open_theTableOfTokensCannotBeCreated_loginsGoOn() throws SQLException {
    nodes.open();
    nodes.run("drop table cloakroom_one_time");
    nodes.run("create view cloakroom_one_time as select id from cloakroom_session");

    SqlSessionStore store = nodes.open();
    assertThat(store.create(login())).isTrue();
    assertThatThrownBy(() -> store.oneTime().removeAll("alice"))
        .isInstanceOf(StoreUnavailableException.class);
    nodes.run("drop view cloakroom_one_time");
  }

  @Test
  void open_tablesThatExist_stay() {
    SqlSessionStore first = nodes.open();
    SessionRecord record = login();
    first.create(record);
    first.close();

    assertThat(nodes.open().find(record.id())).isEqualTo(record);
    assertThat(nodes.openWithoutCreating().find(record.id())).isEqualTo(record);
  }

  @Test
  void open_severalNodesAtOnce_createTheTablesTogether() throws Exception {
    int started = 4;
    try (Race race = new Race(started)) {
      Callable<SqlSessionStore> start = nodes::open;
      List<SqlSessionStore> stores = race.run(Collections.nCopies(started, start));
      SessionRecord record = login();
      assertThat(stores.get(0).create(record)).isTrue();
      assertThat(stores).allSatisfy(one -> assertThat(one.find(record.id())).isEqualTo(record));
    }
  }

  @Test
  void open_otherPrefix_isAnotherApplication() {
    SqlSessionStore shop = nodes.open();
    SessionRecord record = login();
    shop.create(record);
    try (SqlNodes elsewhere = new SqlNodes(database.dataSource(), clock)) {
      SqlSessionStore blog = elsewhere.open();
      assertThat(blog.find(record.id())).isNull();
      assertThat(blog.create(record)).isTrue();
    }
    assertThat(shop.find(record.id())).isEqualTo(record);
  }

  @Test
  void create_rowOfAllMarksIsGone_isUnavailableAndNotRefused() throws SQLException {
    SqlSessionStore store = nodes.open();
    nodes.run("delete from cloakroom_mark where scope = 'all'");

    assertThatThrownBy(() -> store.create(login())).isInstanceOf(StoreUnavailableException.class);
    nodes.open();
    assertThat(store.create(login())).isTrue();
  }

  @Test
  void close_endsTheThreads() throws InterruptedException {
    SqlSessionStore store = nodes.open();
    List<Thread> threads = threadsOfStores();
    assertThat(threads).isNotEmpty();

    store.close();
    for (Thread thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  private static List<Thread> threadsOfStores() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("cloakroom-sql"))
        .toList();
  }
}

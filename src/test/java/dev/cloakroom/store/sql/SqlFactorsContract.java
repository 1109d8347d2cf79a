package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.SqlSettings;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.Race;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Second factors in a database. */
abstract class SqlFactorsContract {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int RACERS = 4;

  private final TestDatabase database = TestDatabase.of(getClass());
  private final String prefix = "factors_" + COUNT.incrementAndGet() + "_";
  private SqlFactors factors;

  private SqlFactors open(boolean createSchema) {
    return SqlFactors.open(
        database.dataSource(),
        new SqlSettings("java:app/test", createSchema, prefix),
        Duration.ofSeconds(10));
  }

  @BeforeEach
  final void createTable() {
    factors = open(true);
  }

  private void run(String statement) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement one = connection.createStatement()) {
      one.execute(new TableNames(prefix).in(statement));
    }
  }

  @Test
  void replace_nothingByAText_keepsItOnce() {
    assertThat(factors.find("alice")).isNull();
    assertThat(factors.replace("alice", null, "one")).isTrue();
    assertThat(factors.replace("alice", null, "two")).isFalse();
    assertThat(factors.find("alice")).isEqualTo("one");
    assertThat(open(false).find("alice")).isEqualTo("one");
  }

  @Test
  @Tag("S15")
  void replace_whatIsThere_onlyIfItIsThat() {
    factors.replace("alice", null, "one");

    assertThat(factors.replace("alice", "other", "two")).isFalse();
    assertThat(factors.replace("alice", "one", "two")).isTrue();
    assertThat(factors.replace("alice", "one", "three")).isFalse();
    assertThat(factors.find("alice")).isEqualTo("two");
    assertThat(factors.replace("bob", "one", "two")).isFalse();
  }

  @Test
  void replace_byNothing_onlyWhatIsThere() {
    factors.replace("alice", null, "one");

    assertThat(factors.replace("alice", "other", null)).isFalse();
    assertThat(factors.replace("alice", null, null)).isFalse();
    assertThat(factors.replace("alice", "one", null)).isTrue();
    assertThat(factors.find("alice")).isNull();
    assertThat(factors.replace("alice", null, null)).isTrue();
    assertThat(factors.replace("alice", null, "again")).isTrue();
  }

  /** As text is compared in some databases, these would be one caller. */
  @Test
  void names_thatDifferInCaseOrAtTheirEnd_areOthers() {
    for (String name :
        List.of("alice", "Alice", "alice ", "Zo\u00eb", "Zoe\u0308", "\ud83d\ude00")) {
      assertThat(factors.replace(name, null, "of " + name)).isTrue();
    }
    assertThat(factors.find("alice")).isEqualTo("of alice");
    assertThat(factors.find("Alice")).isEqualTo("of Alice");
    assertThat(factors.find("\ud83d\ude00")).isEqualTo("of \ud83d\ude00");
    assertThat(factors.find("ALICE")).isNull();
  }

  /** As the content is compared, too. */
  @Test
  void contents_thatDifferInCaseOrAtTheirEnd_areOthers() {
    factors.replace("alice", null, "Text");

    assertThat(factors.replace("alice", "text", "other")).isFalse();
    assertThat(factors.replace("alice", "Text ", "other")).isFalse();
  }

  @Test
  void longestNameAndContent_areKept() {
    String name = "\u00e9".repeat(255);
    String content = "c".repeat(2_000);
    assertThat(factors.replace(name, null, content)).isTrue();

    assertThat(factors.find(name)).isEqualTo(content);
    assertThat(factors.replace("n".repeat(256), null, "one")).isFalse();
  }

  @Test
  @Tag("S15")
  @Tag("P8")
  void replace_onSeveralNodesAtOnce_isTrueForOne() throws Exception {
    List<SqlFactors> nodes = List.of(factors, open(true));
    String kept = null;
    try (Race race = new Race(RACERS)) {
      for (int round = 0; round < database.rounds(); round++) {
        String before = kept;
        String next = "round " + round + " of ";
        List<Callable<Boolean>> racers =
            IntStream.range(0, RACERS)
                .<Callable<Boolean>>mapToObj(
                    i -> () -> nodes.get(i % 2).replace("alice", before, next + i))
                .toList();
        List<Boolean> results = race.run(racers);
        assertThat(Collections.frequency(results, true)).as("round " + round).isOne();
        String winner = next + results.indexOf(true);
        assertThat(factors.find("alice")).isEqualTo(winner);
        kept = round % 10 == 9 ? removed(winner) : winner;
      }
    }
  }

  private @Nullable String removed(String kept) {
    assertThat(factors.replace("alice", kept, null)).isTrue();
    return null;
  }

  @Test
  void open_severalNodesAtOnce_createTheTableTogether() throws Exception {
    run("drop table cloakroom_factor");
    try (Race race = new Race(RACERS)) {
      Callable<SqlFactors> start = () -> open(true);
      assertThat(race.run(Collections.nCopies(RACERS, start)))
          .allSatisfy(one -> assertThat(one.find("nobody")).isNull());
    }
  }

  @Test
  void open_withoutTheTable_saysWhatToRun_andIsUnavailableUntilItAppears() throws SQLException {
    run("drop table cloakroom_factor");
    try (LogLines log = LogLines.of("dev.cloakroom.store")) {
      SqlFactors node = open(false);
      assertThat(log.lines()).anyMatch(line -> line.contains("dev/cloakroom/store/sql/factor-"));
      assertThatThrownBy(() -> node.find("alice")).isInstanceOf(StoreUnavailableException.class);
      open(true);
      assertThat(node.find("alice")).isNull();
    }
  }
}

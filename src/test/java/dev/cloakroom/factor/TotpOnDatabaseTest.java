package dev.cloakroom.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.FactorStore;
import dev.cloakroom.TotpEnrolment;
import dev.cloakroom.config.SqlSettings;
import dev.cloakroom.store.remote.BudgetedFactors;
import dev.cloakroom.store.sql.SqlFactors;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes that keep factors in one database. */
class TotpOnDatabaseTest {
  private static final int ROUNDS = Race.rounds(10_000);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:totp", "sa", "");
  private final ManualClock clock = ManualClock.atNoon();
  private final BudgetedFactors first = new BudgetedFactors(store(), LIMIT);
  private final BudgetedFactors second = new BudgetedFactors(store(), LIMIT);

  private FactorStore store() {
    return SqlFactors.open(pool, new SqlSettings("java:app/test", true, "cloakroom_"), LIMIT);
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
    pool.dispose();
  }

  @Test
  @Tag("S15")
  @Tag("P8")
  void proves_oneCodeOnTwoNodesAtOnce_isGoodForOne() throws Exception {
    FactorFixture node = new FactorFixture(first, clock);
    FactorFixture other = new FactorFixture(second, clock);
    TotpEnrolment app = node.enrolled("alice").app();
    int doubles = 0;
    int good = 0;
    try (Race race = new Race(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        clock.advance(TotpSecret.STEP);
        String code = node.code(app, 0);
        List<Callable<Boolean>> racers =
            List.of(
                () -> node.codes.proves("alice", null, code),
                () -> other.codes.proves("alice", null, code));
        int wins = Collections.frequency(race.run(racers), true);
        good += wins;
        doubles += wins == 2 ? 1 : 0;
      }
    }
    assertThat(doubles).isZero();
    assertThat(good).isEqualTo(ROUNDS);
  }
}

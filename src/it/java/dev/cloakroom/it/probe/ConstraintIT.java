package dev.cloakroom.it.probe;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servlets that the container guards: who gets through, by method. */
@OnServer(ProbeDeployment.class)
class ConstraintIT {
  private final EachCaller each;

  ConstraintIT(RunningServer server) {
    each = EachCaller.of(server);
  }

  @ParameterizedTest
  @CsvSource({
    "annotated,           401, 403, 200",
    "declared/caller,     401, 200, 200",
    "declared-admin/page, 401, 403, 200",
    "any-caller,          401, 200, 200",
    "written,             200, 200, 200"
  })
  @Tag("B4")
  void get_isAnsweredByCaller(String path, int nobody, int user, int admin) {
    each.assertAnswered(client -> client.get(path), new EachCaller.Statuses(nobody, user, admin));
  }

  @ParameterizedTest
  @CsvSource({
    "declared-admin/page, 401, 403, 200",
    "any-caller,          401, 200, 200",
    "written,             401, 403, 200"
  })
  @Tag("B4")
  void post_isAnsweredByCaller(String path, int nobody, int user, int admin) {
    each.assertAnswered(
        client -> client.post(path, Map.of("a", "1")),
        new EachCaller.Statuses(nobody, user, admin));
  }
}

package dev.cloakroom.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.EachCaller;
import dev.cloakroom.it.probe.EachCaller.Statuses;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications whose {@code Application} lists its resources; what has no rule in them. */
@OnServerWith(AccessWars.class)
@Tag("B4")
class ListedResourcesIT {
  private final ProbeClient server;

  ListedResourcesIT(ServerProcess process) {
    this.server = ProbeClient.over(process.server());
  }

  @ParameterizedTest
  @CsvSource({"classes/class", "objects/object"})
  void listedResource_isGuardedLikeAnyOther(String path) {
    assertGuarded("listed/", path);
  }

  @Test
  void methodOfAnotherApplication_opensNoLocator() {
    EachCaller each = EachCaller.of(server.another("listed/"));

    each.assertProblems(client -> client.get("objects/class/located"), new Statuses(200, 200, 200));
    each.assertProblems(client -> client.get("classes/class/located"), new Statuses(401, 403, 200));
  }

  @Test
  void resourceOfAnApplicationThatTheDescriptorMaps_isGuarded() {
    assertGuarded("unscanned/", "classes/class");
  }

  /** Not each server takes a resource from a feature. */
  @Test
  void resourceThatAFeatureRegisters_isGuarded_orIsNot() {
    EachCaller each = EachCaller.of(server.another("listed/"));
    boolean served = each.adminByCookie().get("classes/registered").statusCode() == 200;

    each.assertAnswered(
        client -> client.get("classes/registered"),
        served ? new Statuses(401, 403, 200) : new Statuses(404, 404, 404));
  }

  @Test
  void applicationWithoutServices_isGuardedOnceItNamesTheFilter() {
    assertGuarded("naming/", "classes/class");
  }

  private void assertGuarded(String application, String path) {
    EachCaller each = EachCaller.of(server.another(application));

    each.assertProblems(client -> client.get(path), new Statuses(200, 200, 200));
    each.assertProblems(client -> client.get(path + "/admins"), new Statuses(401, 403, 200));
    each.assertProblems(client -> client.get(path + "/nobody"), new Statuses(403, 403, 403));
    each.assertProblems(client -> client.get(path + "/located"), new Statuses(401, 403, 200));
  }

  @ParameterizedTest
  @CsvSource({
    "callers-only/, classes/class,         401, 200, 200",
    "callers-only/, objects/object,        401, 200, 200",
    "callers-only/, classes/class/admins,  401, 403, 200",
    "closed/,       classes/class,         403, 403, 403",
    "closed/,       objects/object,        403, 403, 403",
    "closed/,       objects/object/admins, 401, 403, 200",
    "closed/,       objects/object/located, 401, 403, 403"
  })
  void methodWithoutARule_isForWhomTheSettingSays(
      String application, String path, int nobody, int user, int admin) {
    EachCaller each = EachCaller.of(server.another(application));

    each.assertProblems(client -> client.get(path), new Statuses(nobody, user, admin));
  }

  @Test
  void endpoints_areOpenWhateverTheSettingSays() {
    assertThat(server.another("closed/").login("user-open").getString("accessToken")).isNotEmpty();
  }
}

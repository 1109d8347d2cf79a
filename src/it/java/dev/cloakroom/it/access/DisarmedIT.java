package dev.cloakroom.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With one of the guards taken out of the JAR, what it guards is served to nobody. That the same is
 * served with all of them, {@link RuledPlacesIT} and {@link ListedResourcesIT} show.
 */
@OnServerWith(DisarmedWars.class)
@Tag("G7")
class DisarmedIT {
  private final ServerLog log;
  private final ProbeClient server;

  DisarmedIT(ServerProcess process) {
    this.log = process.log();
    this.server = ProbeClient.over(process.server());
  }

  @ParameterizedTest
  @CsvSource({
    "ruled-without-filter/api/by-interface/a",
    "ruled-without-filter/api/by-generic/a",
    "ruled-without-filter/api/by-ruled-interface/a",
    "ruled-without-filter/api/by-superclass/a",
    "ruled-without-filter/api/injected",
    "ruled-without-filter/api/overlapping/secret",
    "ruled-without-filter/api/locators",
    "ruled-without-filter/api/locators/admins",
    "ruled-without-filter/api/locators/bean",
    "ruled-without-filter/api/ruled-locators/any",
    "listed-without-filter/classes/class/admins",
    "listed-without-filter/classes/class/located",
    "listed-without-filter/objects/object",
    "listed-without-filter/objects/object/admins",
    "listed-without-filter/objects/object/located",
    "ruled-without-interceptor/api/locators",
    "ruled-without-interceptor/api/injected",
    "ruled-without-interceptor/api/calls/resource",
    "ruled-without-interceptor/api/calls/found",
    "ruled-without-interceptor/api/calls/by-interface",
    "ruled-without-interceptor/api/calls/heir",
    "ruled-without-interceptor/api/calls/made",
    "ruled-without-interceptor/api/calls/enterprise-bean-inherited"
  })
  void applicationWithoutAGuard_isServedToNobody(String path) {
    assertThat(server.get(path).statusCode()).isIn(404, 500);
  }

  @ParameterizedTest
  @CsvSource({
    "dev.cloakroom.it.access.listed.ListedObject, Jakarta REST",
    "dev.cloakroom.it.access.app.Injected,        Jakarta REST",
    "dev.cloakroom.it.access.app.RuledBean,       neither a bean",
    "dev.cloakroom.it.access.app.Made,            neither a bean"
  })
  void whatNobodyGuards_isNamed(String type, String why) throws Exception {
    assertThat(log.textWith(type + " is ")).containsPattern(type + " is .*" + why);
  }
}

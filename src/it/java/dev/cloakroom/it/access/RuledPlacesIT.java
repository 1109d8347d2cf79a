package dev.cloakroom.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.access.app.OwnCaller;
import dev.cloakroom.it.probe.EachCaller;
import dev.cloakroom.it.probe.EachCaller.Statuses;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each place where a rule can be written holds: nobody, a user and an administrator ask. */
@OnServerWith(AccessWars.class)
@Tag("B4")
class RuledPlacesIT {
  private final ProbeClient ruled;
  private final EachCaller each;

  RuledPlacesIT(ServerProcess process) {
    this.ruled = ProbeClient.over(process.server()).another("ruled/");
    this.each = EachCaller.of(ruled);
  }

  @ParameterizedTest
  @CsvSource({
    "by-interface/a,           401, 403, 200",
    "by-interface/given,       401, 403, 200",
    "by-generic/a,             401, 403, 200",
    "by-ruled-interface/a,     401, 403, 200",
    "by-superclass/a,          401, 403, 200",
    "by-superclass/b,          401, 200, 200",
    "injected,                 401, 403, 200",
    "enterprise,               401, 403, 200",
    "overlapping/secret,       401, 403, 200",
    "overlapping/other,        200, 200, 200",
    "given-the-request,        200, 200, 200",
    "given-the-request/guarded, 401, 403, 200",
  })
  void resource_isForWhomItsRuleSays(String path, int nobody, int user, int admin) {
    each.assertProblems(client -> client.get("api/" + path), new Statuses(nobody, user, admin));
  }

  @ParameterizedTest
  @CsvSource({
    "locators/admins,          401, 403, 200",
    "locators/admins/below,    401, 403, 200",
    "locators/nobody,          403, 403, 403",
    "locators/items/first,     401, 403, 200",
    "locators/bean,            401, 403, 200",
    "ruled-locators/any,       401, 403, 200",
    "ruled-locators/any/below, 401, 403, 200",
    "locators/items/public,    200, 200, 200",
    "locators/admins/public,   200, 200, 200",
    "handing-on/to/admins,     401, 403, 200",
    "handing-on/to/nobody,     403, 403, 403",
    "handing-on/to/items/first, 401, 403, 200",
    "handing-on/to/items/public, 200, 200, 200",
    "handing-on/ruled/any/below, 401, 403, 200",
  })
  void whatALocatorLeadsTo_isForWhomItsRuleSays(String path, int nobody, int user, int admin) {
    each.assertProblems(client -> client.get("api/" + path), new Statuses(nobody, user, admin));
  }

  @ParameterizedTest
  @CsvSource({
    "locators/admins",
    "locators/admins/",
    "locators//admins",
    "locators/%61dmins",
    "locators/admins;a=b/below",
    "locators;a=b/admins",
    "locators/nobody",
    "locators/items/%66irst",
    "ruled-locators/any/below"
  })
  @Tag("X18")
  void locator_ofARefusedRequest_doesNotRun_howeverItIsSpelled(String path) {
    String before = ruled.get("api/locators").body();

    assertThat(ruled.get("api/" + path).statusCode()).isNotEqualTo(200);
    assertThat(ruled.another().post("api/" + path).statusCode()).isNotEqualTo(200);
    assertThat(each.userByCookie().get("api/" + path).statusCode()).isNotEqualTo(200);

    assertThat(ruled.get("api/locators").body()).isEqualTo(before);
  }

  @Test
  void locator_ofAnAdmittedRequest_runsOnce() {
    int before = Integer.parseInt(ruled.get("api/locators").body());

    assertThat(each.adminByBearer().get("api/locators/admins/below").body()).isEqualTo("below");

    assertThat(ruled.get("api/locators").body()).isEqualTo(String.valueOf(before + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "resource",
    "found",
    "by-interface",
    "by-generic-interface",
    "heir",
    "made",
    "decorated",
    "enterprise-bean",
    "enterprise-bean-inherited",
    "enterprise-bean-ruled"
  })
  void bean_isForWhomItsRuleSays_whoeverCallsIt(String bean) {
    each.assertProblems(client -> client.get("api/calls/" + bean), new Statuses(401, 403, 200));
  }

  /** WildFly denies everybody what a bean with rules has no rule for of its own. */
  @Test
  void methodThatAnEnterpriseBeanWithARuleInherits_isForWhomTheRuleSays() {
    int admin = RunningServer.name().equals("wildfly") ? 403 : 200;

    each.assertProblems(
        client -> client.get("api/calls/enterprise-bean-ruled-handed-on"),
        new Statuses(401, 403, admin));
  }

  /** Rules go by the caller that is logged in. */
  @ParameterizedTest
  @CsvSource({"injected", "by-interface/a", "locators/admins", "ruled-locators/any"})
  void securityContextOfTheApplicationsOwn_opensNothing(String path) {
    ProbeClient pretending = ruled.another().header(OwnCaller.ROLE, "admin");

    assertThat(pretending.get("api/" + path).statusCode()).isIn(401, 403);
    assertThat(pretending.get("api/locators").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "by-superclass/a, 200",
    "by-superclass/b, 401",
    "calls/heir,      200",
    "calls/made,      401"
  })
  void methodWrittenAnew_byTheLetter_isOpen(String path, int status) {
    assertThat(ruled.another("../by-the-letter/").get("api/" + path).statusCode())
        .isEqualTo(status);
  }
}

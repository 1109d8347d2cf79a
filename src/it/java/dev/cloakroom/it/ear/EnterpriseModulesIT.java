package dev.cloakroom.it.ear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enterprise Beans in an archive of their own, beside the WAR that calls them. */
@OnServerWith(EarArchives.class)
@Tag("ear")
class EnterpriseModulesIT {
  private static final String ELEVATE = "api/elevation/2";

  /** It does not look into the EAR's {@code lib}: nobody gets in there. */
  private static final boolean IGNORES_THE_LIB = RunningServer.name().equals("openliberty");

  private final ServerLog log;
  private final ProbeClient server;

  EnterpriseModulesIT(ServerProcess process) {
    this.log = process.log();
    this.server = ProbeClient.over(process.server());
  }

  private static void assertAsksForMore(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("error=\"insufficient_user_authentication\"", "acr_values=\"2\"");
  }

  private static void assertKeepsOut(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isNotEqualTo(200);
    assertThat(answer.body()).doesNotContain("vault");
  }

  /** The JAR is in the EAR's {@code lib}. */
  @ParameterizedTest
  @ValueSource(strings = {"module/open", "module/fresh", "module/users"})
  @Tag("S13")
  void proof_isAskedForByABeanOfAnotherArchive(String path) {
    ProbeClient client = server.another("proofs/");
    assertKeepsOut(client.get(path));
    if (IGNORES_THE_LIB) {
      return;
    }
    assertThat(client.get(path).statusCode()).isEqualTo(401);
    client.login("user-module");
    ProbeClient former = client.copy();
    assertAsksForMore(client.get(path));

    assertThat(client.post(ELEVATE).body()).isEqualTo("by cookie");

    assertThat(client.get(path).body()).isEqualTo("vault");
    assertThat(former.get(path).statusCode()).isEqualTo(401);
  }

  @Test
  @Tag("S13")
  @Tag("B4")
  void roleThatIsMissing_comesBeforeTheProof() {
    ProbeClient user = server.another("proofs/");
    assertKeepsOut(user.get("module/admins"));
    if (IGNORES_THE_LIB) {
      return;
    }
    user.login("user-module");
    ProbeClient admin = server.another("proofs/");
    admin.login("admin-module");

    assertThat(user.get("module/admins").statusCode()).isEqualTo(403);
    assertAsksForMore(admin.get("module/admins"));
    user.post(ELEVATE);
    admin.post(ELEVATE);

    assertThat(user.get("module/admins").statusCode()).isEqualTo(403);
    assertThat(admin.get("module/admins").body()).isEqualTo("vault");
  }

  /** The JAR is in the WAR: roles are the container's to ask for. */
  @Test
  @Tag("B4")
  void roles_areAskedForByABeanThatDoesNotKnowTheJar() {
    ProbeClient user = server.another("roles/");
    assertThat(user.get("roled/users").statusCode()).isEqualTo(401);
    user.login("user-module");
    ProbeClient admin = server.another("roles/");
    admin.login("admin-module");

    assertThat(user.get("roled/users").body()).isEqualTo("vault");
    assertThat(user.get("roled/admins").statusCode()).isEqualTo(403);
    assertThat(admin.get("roled/admins").body()).isEqualTo("vault");
  }

  /** Its virtual machine forgets annotations that it does not know. */
  @Test
  @Tag("G7")
  void proofOfABeanThatDoesNotKnowTheJar_isNamed_andNothingIsServed() throws Exception {
    HttpResponse<String> answer = server.get("unseen/module/open");

    assertThat(answer.statusCode()).isIn(403, 404, 500);
    assertThat(answer.body()).doesNotContain("vault");
    assertThat(log.textWith("dev.cloakroom.it.stepup.app.VaultAccounts "))
        .contains("does not know");
  }
}

package dev.cloakroom.it.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.client.Body;
import dev.cloakroom.client.ClientRequest;
import dev.cloakroom.client.ClientResponse;
import dev.cloakroom.client.LoginClient;
import dev.cloakroom.client.RefusedException;
import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The door is in the kit and nowhere else: not in the JAR of production, whatever is set, not for
 * others than tests, and not in an application that has the kit by mistake.
 */
@OnServerWith(TestkitWars.class)
@Tag("G7")
class NoDoorIT {
  private static final String LOGIN = "/cloakroom-testkit/login?caller=admin&groups=admin";

  private final RunningServer server;
  private final ServerLog log;

  NoDoorIT(ServerProcess process) {
    this.server = process.server();
    this.log = process.log();
  }

  private LoginClient at(String application) {
    return LoginClient.of(server.http("/" + application).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/login?caller=admin", "/elapse?by=PT1H", "/reset"})
  void application_withoutTheKit_hasNoDoor(String path) {
    ClientResponse answer = at("kit-absent").post("/cloakroom-testkit" + path);

    assertThat(answer.status()).isIn(404, 405);
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  void application_withTheKit_hasOne() throws Exception {
    ClientResponse answer = at("kit-shop").post(LOGIN);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.cookies()).isNotEmpty();
    assertThat(answer.json()).containsKey("accessToken");
    log.textWith("THE TEST KIT OF CLOAKROOM IS IN THIS APPLICATION");
  }

  @Test
  void application_thatHasTheKitByMistake_isNotServed() throws Exception {
    assertThat(at("kit-unmeant").get("/api/shop").status()).isIn(404, 500, 503);
    assertThat(at("kit-unmeant").post(LOGIN).cookies()).isEmpty();
    log.textWith("The test kit of Cloakroom is in this application");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For, 127.0.0.1",
    "Forwarded, for=127.0.0.1",
    "Via, 1.1 proxy",
    "Origin, http://localhost",
    "Sec-Fetch-Site, same-origin"
  })
  void proxiesAndPages_findNoDoor(String header, String value) {
    ClientResponse answer =
        at("kit-shop").send(ClientRequest.of("POST", LOGIN).header(header, value));

    assertThat(answer.status()).isIn(403, 404);
    assertThat(answer.cookies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "another-secret-of-16", "on"})
  void whoHasNotTheSecret_findsNoDoor(String shown) {
    ClientResponse answer =
        at("kit-guarded").send(ClientRequest.of("POST", LOGIN).header("Cloakroom-Testkit", shown));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  void whoHasTheSecret_findsIt() {
    ClientResponse answer =
        at("kit-guarded")
            .send(ClientRequest.of("POST", LOGIN).header("Cloakroom-Testkit", TestkitWars.SECRET));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.cookies()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/login,                         400",
    "/login?caller=alice&level=x,    400",
    "/login?caller=alice&level=1000, 400",
    "/elapse,                        400",
    "/elapse?by=soon,                400",
    "/elapse?by=-PT1H,               400",
    "/other,                         404"
  })
  void requestThatIsWrong_isToldSo(String path, int status) {
    assertThat(at("kit-shop").post("/cloakroom-testkit" + path, Body.text("")).status())
        .isEqualTo(status);
  }

  @Test
  void client_thatLogsInAtADoorThatIsNotThere_isRefused() {
    LoginClient client =
        LoginClient.at(server.http("/kit-absent").toString()).loginAt(LOGIN).build();

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> client.login("admin", "needs none"));
  }

  @Test
  void jar_hasNothingOfTheKit_andTheKitNothingOfTheJar() throws Exception {
    List<String> jar = names(Path.of(System.getProperty("cloakroom.jar")));
    List<String> kit = names(TestkitWars.KIT);

    assertThat(jar).noneMatch(name -> name.contains("testkit")).contains("META-INF/LICENSE");
    assertThat(kit)
        .contains("dev/cloakroom/testkit/LoggedInAs.class", "META-INF/web-fragment.xml")
        .allMatch(name -> name.startsWith("dev/cloakroom/testkit/") || name.startsWith("META-INF/"))
        .noneMatch(name -> name.contains("Test.class") || name.contains("Test$"));
    assertThat(jar)
        .doesNotContainAnyElementsOf(kit.stream().filter(name -> name.endsWith(".class")).toList());
  }

  private static List<String> names(Path archive) throws Exception {
    try (JarFile jar = new JarFile(archive.toFile())) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
    }
  }
}

package dev.cloakroom.it.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom another service is told of. */
@OnServerWith(RelayWars.class)
class TokenRelayIT {
  private static final String BEARER = "200 Bearer ";

  /** As the tests configure them. */
  static final Set<String> WITH_MICROPROFILE = Set.of("payara-micro");

  private static final Set<String> WITH_RESTEASY = Set.of("wildfly", "openliberty");

  private final ProbeClient client;

  TokenRelayIT(ServerProcess process) {
    client = ProbeClient.over(process.server()).another("relay/");
  }

  private static final List<String> REST_AND_HTTP =
      List.of("rest", "http", "task", "rx", "rx-for-caller", "http-for-caller");

  private static final List<String> MICROPROFILE = List.of("microprofile", "microprofile/later");

  /** The clients that the server has. */
  static List<String> ways() {
    return WITH_MICROPROFILE.contains(RunningServer.name())
        ? Stream.concat(REST_AND_HTTP.stream(), MICROPROFILE.stream()).toList()
        : REST_AND_HTTP;
  }

  private static String asked(ProbeClient caller, String way, String address) {
    HttpResponse<String> answer =
        caller.get("api/ask/" + way + "?at=" + URLEncoder.encode(address, UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String asked(ProbeClient caller, String way) {
    return asked(caller, way, OtherService.NAMED.origin() + "/orders");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void callerByCookie_isPassedOnByATokenOfTheirLogin(String way) {
    client.login("user-relayed");
    String heard = asked(client, way);

    assertThat(heard).startsWith(BEARER);
    ProbeClient other = client.another().bearer(heard.substring(BEARER.length()));
    assertThat(other.get("api/ask/who").body())
        .isNotEmpty()
        .isEqualTo(client.get("api/ask/who").body());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void callerByToken_isPassedOnByThatVeryToken(String way) {
    JsonObject login = client.login("user-relayed");
    String token = login.getString("accessToken");

    assertThat(asked(client.another().bearer(token), way)).isEqualTo(BEARER + token);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void nobody_isPassedOn(String way) {
    assertThat(asked(client, way)).isEqualTo("200 nothing");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anotherOrigin_isToldOfNobody(String way) {
    client.login("user-relayed");

    assertThat(asked(client, way, OtherService.UNNAMED.origin() + "/")).isEqualTo("200 nothing");
    assertThat(asked(client, way)).startsWith(BEARER);
  }

  /** That of MicroProfile is told to follow. */
  static List<String> waysThatAreLed() {
    return WITH_MICROPROFILE.contains(RunningServer.name())
        ? List.of("rest", "http", "rx", "rx-for-caller", "microprofile/redirected")
        : List.of("rest", "http", "rx", "rx-for-caller");
  }

  @ParameterizedTest
  @MethodSource("waysThatAreLed")
  void redirectToAnotherOrigin_isNotFollowed(String way) {
    client.login("user-relayed");

    assertThat(asked(client, way, OtherService.NAMED.origin() + "/elsewhere"))
        .isEqualTo("302 elsewhere");
  }

  /** What a filter behind one without a priority makes of an address counts. */
  @Test
  void requestThatAFilterLeadsElsewhere_isToldOfNobody() {
    client.login("user-relayed");

    assertThat(led(OtherService.NAMED, OtherService.UNNAMED)).isEqualTo("200 nothing");
    assertThat(led(OtherService.UNNAMED, OtherService.NAMED)).startsWith(BEARER);
  }

  private String led(OtherService at, OtherService to) {
    return client.get("api/ask/led?at=" + at.origin() + "/&to=" + to.origin() + "/").body();
  }

  /** Neither those of the request that waits, nor those of any other. */
  @Test
  void threadOfTheApplicationsOwn_bringsNobody() {
    client.login("user-relayed");

    assertThat(asked(client, "rx-alone")).isEqualTo("200 nothing");
    assertThat(asked(client, "rx")).startsWith(BEARER);
  }

  /** RESTEasy's builder is told so by a method that the others do not have. */
  @Test
  void clientThatIsBuiltToFollowRedirects_isRefused() {
    boolean isRestEasy = WITH_RESTEASY.contains(RunningServer.name());
    String elsewhere = OtherService.NAMED.origin() + "/elsewhere";
    client.login("user-relayed");

    assertThat(asked(client, "rest-by-built-redirects", elsewhere))
        .isEqualTo(isRestEasy ? "refused" : "no such method");
    assertThat(asked(client.another(), "rest-by-built-redirects", elsewhere))
        .isEqualTo(isRestEasy ? "nothing" : "no such method");
  }

  @Test
  void clientThatIsToldToFollowRedirects_isRefused() {
    client.login("user-relayed");

    assertThat(asked(client, "rest-by-redirects")).isEqualTo("refused");
    assertThat(asked(client.another(), "rest-by-redirects")).isEqualTo("nothing");
  }

  @Test
  void requestThatHasItsOwn_keepsIt() {
    client.login("user-relayed");

    assertThat(asked(client, "rest-by-its-own")).isEqualTo("200 Basic own");
  }
}

package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two applications side by side in one server, each with the JAR: neither knows of the other. */
@OnServerWith(NeighbourWars.class)
class NeighboursIT {
  private static final String GUARDED = "declared/caller";

  private final ProbeClient east;
  private final ProbeClient west;

  NeighboursIT(ServerProcess process) {
    this.east = ProbeClient.over(process.server()).another("east/");
    this.west = east.another("../west/");
  }

  private static String ticket(ProbeClient client, String cookie) {
    return Objects.requireNonNull(client.cookie(cookie), cookie);
  }

  @Test
  void cookies_haveNamesOfTheirOwn() {
    east.login("user-names");
    west.login("user-names");

    assertThat(ticket(east, "east")).isNotEqualTo(ticket(west, "west"));
    assertThat(east.cookie("west")).isNull();
    assertThat(west.cookie("east")).isNull();
  }

  /** A browser sends both: the path of each is /. */
  @Test
  void bothCookiesAtOnce_logEachApplicationsCallerIn() {
    east.login("user-east");
    west.login("user-west");
    east.cookie("west", ticket(west, "west"));
    west.cookie("east", ticket(east, "east"));

    assertThat(name(east)).isEqualTo("user-east");
    assertThat(name(west)).isEqualTo("user-west");
  }

  @Test
  void logoutFromOne_leavesTheOtherLogin() {
    east.login("user-leaving");
    west.login("user-leaving");
    ProbeClient stale = east.copy();

    assertThat(east.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    assertThat(stale.get(GUARDED).statusCode()).isEqualTo(401);
    assertThat(west.get(GUARDED).statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("S4")
  void ticketOfOne_underTheNameOfTheOther_opensNothing() {
    east.login("user-astray");
    west.login("user-astray");

    assertThat(west.copy().cookie("west", ticket(east, "east")).get(GUARDED).statusCode())
        .isEqualTo(401);
    assertThat(west.get(GUARDED).statusCode()).isEqualTo(200);
  }

  /** Their issuers differ, though the key is the same. */
  @Test
  @Tag("J7")
  void tokenOfOne_isNotBelievedByTheOther() {
    String token = east.login("user-token").getString("accessToken");

    assertThat(west.another().bearer(token).get(GUARDED).statusCode()).isEqualTo(401);
    assertThat(east.another().bearer(token).get(GUARDED).statusCode()).isEqualTo(200);
  }

  @Test
  void refreshTokenOfOne_buysNothingFromTheOther() {
    JsonObject login = east.login("user-refresh");
    String token = login.getString("refreshToken");

    assertThat(west.another().bearer(token).post(ProbeClient.REFRESH).statusCode()).isEqualTo(401);
    assertThat(east.another().bearer(token).post(ProbeClient.REFRESH).statusCode()).isEqualTo(200);
  }

  @Test
  void sessionsOfACaller_areListedByTheApplicationThatTheyAreOf() {
    String inEast = id(east.login("user-lists"));
    String inWest = id(west.login("user-lists"));

    assertThat(east.get("auth/sessions").body()).contains(inEast).doesNotContain(inWest);
    assertThat(west.get("auth/sessions").body()).contains(inWest).doesNotContain(inEast);
  }

  private static String id(JsonObject login) {
    return login.getJsonObject("session").getString("id");
  }

  private static String name(ProbeClient client) {
    return client.json(GUARDED).getJsonObject("session").getString("name");
  }
}

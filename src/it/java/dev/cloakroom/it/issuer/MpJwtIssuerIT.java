package dev.cloakroom.it.issuer;

import static dev.cloakroom.it.issuer.MpJwtWars.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mp.jwt.*} alone, on a server as it comes: with a MicroProfile JWT of its own, on most. */
@OnServerWith(MpJwtWars.class)
class MpJwtIssuerIT {
  private final ProbeClient header;
  private final ProbeClient cookie;
  private final ServerLog log;

  MpJwtIssuerIT(ServerProcess process) {
    header = ProbeClient.over(process.server()).another("mp-jwt-header/");
    cookie = header.another("../mp-jwt-cookie/");
    log = process.log();
  }

  private static IssuedToken token(String... groups) {
    return ISSUER
        .token("4711")
        .with("upn", "alice@shop.test")
        .with("groups", List.of(groups))
        .with("tier", "gold");
  }

  private static void assertAlice(JsonObject seen) {
    assertThat(seen.getBoolean("principal")).isTrue();
    assertThat(seen.getString("container")).isEqualTo("alice@shop.test");
    assertThat(seen.getString("token")).isEqualTo("alice@shop.test");
    assertThat(seen.getString("upn")).isEqualTo("alice@shop.test");
    assertThat(seen.getString("groups")).isEqualTo("user");
    assertThat(seen.getInt("exp")).isPositive();
    assertThat(seen.getString("tier")).isEqualTo("gold");
    assertThat(seen.getBoolean("absent")).isFalse();
  }

  @Test
  @Tag("J7")
  void token_isItsCaller_withClaimsInEachForm() {
    assertAlice(header.another().bearer(token("user").text()).json("api/claims"));
    assertThat(header.another().bearer(token("guest").text()).get("api/claims").statusCode())
        .isEqualTo(403);
    assertThat(header.another().get("api/claims").statusCode()).isEqualTo(401);
  }

  @Test
  @Tag("J12")
  void tokenThatIsNone_isRefused_alsoWhereNobodyNeedsOne() {
    String open = "api/claims/everybody";

    assertThat(header.another().bearer("something").get(open).statusCode()).isEqualTo(401);
    assertThat(
            header.another().bearer(token("user").with("iat", null).text()).get(open).statusCode())
        .isEqualTo(401);
    assertThat(header.another().get(open).body()).isEqualTo("null");
    assertThat(header.another().bearer(token("user").text()).get(open).body())
        .isEqualTo("alice@shop.test");
  }

  @Test
  void ourOwnLogin_staysOn() {
    String own = header.another().login("user-own").getString("accessToken");

    assertThat(header.another().bearer(own).get("api/claims/everybody").body())
        .isEqualTo("user-own");
  }

  @Test
  @Tag("J21")
  void logout_endsTheToken() {
    ProbeClient alice = header.another().bearer(token("user").text());
    assertAlice(alice.json("api/claims"));

    assertThat(alice.post("auth/logout").statusCode()).isEqualTo(200);

    assertThat(alice.get("api/claims").statusCode()).isEqualTo(401);
  }

  @Test
  @Tag("J8")
  void applicationWithoutItsKey_isNotServed_andToldWhy() throws Exception {
    assertThat(header.another("../mp-jwt-keyless/").get("api/claims/everybody").statusCode())
        .isEqualTo(404);
    assertThat(log.textWith("An issuer of the settings cannot be used"))
        .contains(
            "mp.jwt.verify.publickey.location cannot be used: /no/such/key.pem: there is no such"
                + " file and no such resource.");
  }

  @Test
  void cookie_isItsCaller_andTheHeaderIsNot() {
    String text = token("user").text();

    assertAlice(cookie.another().cookie("jwt", text).json("api/claims"));
    assertThat(cookie.another().bearer(text).get("api/claims").statusCode()).isEqualTo(401);
  }
}

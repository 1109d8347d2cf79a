package dev.cloakroom.it.testkit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.cloakroom.client.LoginClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testkit.BaseUrl;
import dev.cloakroom.testkit.LoggedInAs;
import dev.cloakroom.testkit.Login;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** REST Assured sends what the kit's client has. */
@OnServerWith(TestkitWars.class)
@LoggedInAs(value = "alice", groups = "user")
class RestAssuredIT {
  @BaseUrl private final URI shop;

  RestAssuredIT(ServerProcess process) {
    this.shop = process.server().http("/kit-shop");
  }

  @Test
  void cookies_areTheCallers(LoginClient alice) {
    given()
        .baseUri(shop.toString())
        .cookies(alice.cookies().toMap())
        .get("/api/shop")
        .then()
        .statusCode(200)
        .body(equalTo("alice [user] 1"));
  }

  @Test
  void token_isTheCallers(LoginClient alice) {
    given()
        .baseUri(shop.toString())
        .auth()
        .oauth2(Login.tokenOf(alice))
        .get("/api/shop")
        .then()
        .statusCode(200)
        .body(equalTo("alice [user] 1"));
  }

  @Test
  void nobody_isRefused() {
    given()
        .baseUri(shop.toString())
        .get("/api/shop")
        .then()
        .statusCode(401)
        .body("reason", equalTo("not-authenticated"));
  }
}

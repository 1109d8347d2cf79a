package dev.cloakroom.it.openid;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What an administrator does to the realm {@code shop}. */
final class KeycloakAdmin {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String server;
  private final String token;

  KeycloakAdmin(String server, String name) {
    this.server = server;
    this.token =
        TokenEndpoint.ofRealm(server + "/realms/master")
            .asAdministrator(name)
            .getString("access_token");
  }

  /** New tokens are signed by a new key from now on. */
  void rotateKey() throws IOException, InterruptedException {
    String realm = object("").getString("id");
    JsonObject config =
        Json.createObjectBuilder()
            .add("priority", Json.createArrayBuilder().add("200"))
            .add("enabled", Json.createArrayBuilder().add("true"))
            .add("active", Json.createArrayBuilder().add("true"))
            .add("keySize", Json.createArrayBuilder().add("2048"))
            .add("algorithm", Json.createArrayBuilder().add("RS256"))
            .build();
    JsonObject component =
        Json.createObjectBuilder()
            .add("name", "next")
            .add("providerId", "rsa-generated")
            .add("providerType", "org.keycloak.keys.KeyProvider")
            .add("parentId", realm)
            .add("config", config)
            .build();
    assertThat(send("POST", "/components", component.toString()).statusCode()).isEqualTo(201);
  }

  /** A user's account is closed, and their logins there are ended. */
  void disable(String subject) throws IOException, InterruptedException {
    String user = "/users/" + subject;
    assertThat(send("PUT", user, "{\"enabled\":false}").statusCode()).isEqualTo(204);
    assertThat(send("POST", user + "/logout", "").statusCode()).isEqualTo(204);
  }

  private JsonObject object(String path) throws IOException, InterruptedException {
    JsonStructure read = Json.createReader(new StringReader(send("GET", path, "").body())).read();
    return read.asJsonObject();
  }

  private HttpResponse<String> send(String method, String path, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/admin/realms/shop" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}

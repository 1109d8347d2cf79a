package dev.cloakroom.it.openid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The token endpoint of an issuer. Safe for use by several threads. */
final class TokenEndpoint {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  TokenEndpoint(String address) {
    this.address = URI.create(address);
  }

  /** That of a realm of Keycloak. */
  static TokenEndpoint ofRealm(String realm) {
    return new TokenEndpoint(realm + "/protocol/openid-connect/token");
  }

  /** What a user gets for a password, by a client that is a program of theirs. */
  JsonObject byPassword(String client, String user) {
    return granted(
        Map.of(
            "grant_type",
            "password",
            "client_id",
            client,
            "username",
            user,
            "password",
            "pw-" + user,
            "scope",
            "openid"));
  }

  /** What a service gets for itself. */
  JsonObject byItself(String client) {
    return granted(itself(client));
  }

  /** What a service gets for itself, to call an API. */
  JsonObject byItselfFor(String client, String resource) {
    Map<String, String> form = new HashMap<>(itself(client));
    form.put("scope", "read");
    form.put("resource", resource);
    return granted(form);
  }

  private static Map<String, String> itself(String client) {
    return Map.of(
        "grant_type",
        "client_credentials",
        "client_id",
        client,
        "client_secret",
        "secret-" + client);
  }

  /** What the administrator of all realms gets. */
  JsonObject asAdministrator(String name) {
    return granted(
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "admin-cli",
            "username",
            name,
            "password",
            name));
  }

  /** The status of an attempt to get the next token. */
  int statusOfRefresh(String client, String refreshToken) {
    return ask(Map.of(
            "grant_type", "refresh_token",
            "client_id", client,
            "refresh_token", refreshToken))
        .statusCode();
  }

  private JsonObject granted(Map<String, String> form) {
    HttpResponse<String> answer = ask(form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  private HttpResponse<String> ask(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}

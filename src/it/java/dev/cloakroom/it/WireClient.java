package dev.cloakroom.it;

import jakarta.json.Json;
import java.net.URI;
import java.net.http.HttpClient;

/**
 * A client that remembers nothing: it sends what a test tells it to, character by character, and
 * follows no redirect.
 */
final class WireClient {
  private final HttpClient http;
  private final String origin;

  private WireClient(HttpClient http, URI base) {
    this.http = http;
    this.origin = base.getScheme() + "://" + base.getAuthority();
  }

  static WireClient overHttp(RunningServer server) {
    return new WireClient(server.client(), server.http());
  }

  static WireClient overHttps(RunningServer server) {
    return new WireClient(server.client(), server.https());
  }

  /** The server's origin, as a page of it sends it. */
  String origin() {
    return origin;
  }

  WireRequest get(String path) {
    return request("GET", path);
  }

  WireRequest post(String path) {
    return request("POST", path);
  }

  WireRequest delete(String path) {
    return request("DELETE", path);
  }

  WireRequest request(String method, String path) {
    return new WireRequest(http, method, URI.create(origin + path));
  }

  /** A login that is still to be sent. */
  WireRequest login(DemoCaller caller) {
    return post("/api/login").json(caller.credentials());
  }

  /** Logs in as a program would, which is given tokens besides the cookie. */
  Login logIn(DemoCaller caller) {
    return Login.of(login(caller).send());
  }

  /** Shows a refresh token as JSON. */
  WireAnswer refresh(String refreshToken) {
    return post("/api/refresh")
        .json(Json.createObjectBuilder().add("refreshToken", refreshToken).build())
        .send();
  }

  /** Asks for something that only a caller who is logged in gets. */
  WireAnswer meByCookie(Login login) {
    return get("/api/me").cookie(login.cookie()).send();
  }

  /** The same by access token. */
  WireAnswer meByToken(Login login) {
    return get("/api/me").bearer(login.accessToken()).send();
  }
}

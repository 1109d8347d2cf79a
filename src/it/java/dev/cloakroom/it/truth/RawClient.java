package dev.cloakroom.it.truth;

import dev.cloakroom.it.RawExchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Sends headers as often as a test says, {@code Host} too, to one application. */
final class RawClient {
  private final URI base;

  RawClient(URI base) {
    this.base = base;
  }

  /** The server's origin, as a page of it sends it. */
  String origin() {
    return "http://" + host();
  }

  String host() {
    return base.getAuthority();
  }

  RawExchange post(String path, String... headers) {
    return send("POST", path, "", headers);
  }

  RawExchange get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** Logs in as the probe's own store has it. */
  RawExchange login(String name, String... headers) {
    String body = "{\"username\":\"%s\",\"password\":\"pw-%s\"}".formatted(name, name);
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Type: application/json");
    return send("POST", "auth/login", body, all.toArray(String[]::new));
  }

  private RawExchange send(String method, String path, String body, String... headers) {
    return RawExchange.at(base, method, base.getPath() + path, body, headers);
  }
}

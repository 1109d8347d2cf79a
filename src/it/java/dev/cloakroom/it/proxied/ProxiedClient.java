package dev.cloakroom.it.proxied;

import dev.cloakroom.it.RawExchange;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** A proxy, or somebody who pretends to be one: what it adds to each request is part of it. */
record ProxiedClient(URI application, List<String> headers) {

  /** One that adds these headers to what it sends to an application. */
  static ProxiedClient of(ServerProcess process, String application, String... headers) {
    return new ProxiedClient(process.server().http(application), List.of(headers));
  }

  /** The same with more headers. */
  ProxiedClient with(String... more) {
    return new ProxiedClient(
        application, Stream.concat(headers.stream(), Stream.of(more)).toList());
  }

  /** The origin of the server as the proxy knows it. */
  String backend() {
    return "http://" + application.getAuthority();
  }

  RawExchange get(String path) {
    return send("GET", path, "");
  }

  RawExchange post(String path) {
    return send("POST", path, "");
  }

  /** Logs in as the probe's own store has it, or not. */
  RawExchange login(String name, String password) {
    return with("Content-Type: application/json")
        .send(
            "POST",
            ProbeClient.LOGIN,
            "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }

  RawExchange login(String name) {
    return login(name, "pw-" + name);
  }

  /** The same by the form of a page. */
  RawExchange sendForm(String name) {
    return with("Content-Type: application/x-www-form-urlencoded", "Accept: text/html")
        .send("POST", ProbeClient.LOGIN, "username=%s&password=pw-%1$s".formatted(name));
  }

  private RawExchange send(String method, String path, String body) {
    return RawExchange.at(
        application, method, application.getPath() + path, body, headers.toArray(String[]::new));
  }

  /** The session of a login that was answered. */
  static JsonObject session(RawExchange login) {
    String text = login.text();
    return ProbeClient.parse(text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1))
        .getJsonObject("session");
  }
}

package dev.cloakroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer as it came. */
record WireAnswer(HttpResponse<String> response) {

  int status() {
    return response.statusCode();
  }

  String body() {
    return response.body();
  }

  JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(body()))) {
      return reader.readObject();
    }
  }

  /** The values of a header; none if it is absent. */
  List<String> headers(String name) {
    return response.headers().allValues(name);
  }

  /** The one value of a header. */
  String header(String name) {
    assertThat(headers(name)).as(name).hasSize(1);
    return headers(name).get(0);
  }

  /** All cookies that the answer sets. */
  List<ReceivedCookie> cookies() {
    return headers("Set-Cookie").stream().map(ReceivedCookie::new).toList();
  }

  /** The one cookie that the answer sets, beside that of a browser's device. */
  ReceivedCookie onlyCookie() {
    List<ReceivedCookie> others =
        cookies().stream().filter(cookie -> !cookie.name().endsWith("-device")).toList();
    assertThat(others).hasSize(1);
    return others.get(0);
  }

  /** Everything that a caller could compare, but what differs from one second to the next. */
  Map<String, Object> comparable() {
    Map<String, Object> parts = new TreeMap<>(response.headers().map());
    parts.keySet().removeIf("date"::equalsIgnoreCase);
    parts.put("(status)", status());
    parts.put("(body)", body());
    return parts;
  }

  @Override
  public String toString() {
    return status() + " " + response.headers().map() + "\n" + body();
  }
}

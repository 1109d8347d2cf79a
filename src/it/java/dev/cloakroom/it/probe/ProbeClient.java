package dev.cloakroom.it.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One client of a server: sends the cookies and the bearer token that it holds, and keeps the
 * cookies of each answer by name alone. Not thread-safe.
 */
public final class ProbeClient {
  public static final String LOGIN = "auth/login";
  public static final String LOGOUT = "auth/logout";
  public static final String REFRESH = "auth/refresh";
  public static final String TICKET = "sid";

  private final HttpClient http;
  private final URI base;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  private ProbeClient(HttpClient http, URI base) {
    this.http = http;
    this.base = base;
  }

  public static ProbeClient over(RunningServer server) {
    return new ProbeClient(server.client(), server.http());
  }

  public static ProbeClient overHttps(RunningServer server) {
    return new ProbeClient(server.client(), server.https());
  }

  /** A client without any state, that shares this one's connections, at a path below. */
  public ProbeClient another(String path) {
    return new ProbeClient(http, base.resolve(path));
  }

  public ProbeClient another() {
    return another("");
  }

  /** A client with the same cookies now, and its own from here on. */
  public ProbeClient copy() {
    ProbeClient copy = another();
    copy.cookies.putAll(cookies);
    copy.headers.putAll(headers);
    return copy;
  }

  /** The server's origin, as a page of it sends it. */
  public String origin() {
    return base.getScheme() + "://" + base.getAuthority();
  }

  public ProbeClient header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public ProbeClient bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  public ProbeClient cookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  public @Nullable String cookie(String name) {
    return cookies.get(name);
  }

  /** The session cookie, which must be there. */
  public String ticket() {
    return Objects.requireNonNull(cookies.get(TICKET), "no session cookie");
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  public JsonObject json(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return parse(answer.body());
  }

  public HttpResponse<String> post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return post(path, "application/x-www-form-urlencoded", body);
  }

  /** Sends a body of a type. */
  public HttpResponse<String> post(String path, String type, String body) {
    return send(
        request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)).build());
  }

  public HttpResponse<String> post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()).build());
  }

  public HttpResponse<String> delete(String path) {
    return send(request(path).DELETE().build());
  }

  public HttpResponse<String> head(String path) {
    return send(request(path).method("HEAD", BodyPublishers.noBody()).build());
  }

  /** Logs in with any password. */
  public HttpResponse<String> login(String name, String password) {
    return post(LOGIN, Map.of("username", name, "password", password));
  }

  /** Logs in as the probe's own store has it; gives the answer of the login. */
  public JsonObject login(String name) {
    HttpResponse<String> answer = login(name, "pw-" + name);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return parse(answer.body());
  }

  public static JsonObject parse(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private void keep(String setCookie) {
    String pair = setCookie.split(";", 2)[0];
    int equals = pair.indexOf('=');
    String name = pair.substring(0, equals);
    if (setCookie.contains("Max-Age=0")) {
      cookies.remove(name);
    } else {
      cookies.put(name, pair.substring(equals + 1));
    }
  }
}

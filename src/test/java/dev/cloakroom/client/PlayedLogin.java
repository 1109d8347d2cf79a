package dev.cloakroom.client;

import dev.cloakroom.client.PlayedServer.Asked;
import dev.cloakroom.client.PlayedServer.Reply;
import dev.cloakroom.testing.ManualClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays an application with Cloakroom: who knows the password {@code 123} logs in. Each token and
 * cookie has a number; what {@link #ended} names is refused. A refresh token that comes twice ends
 * all that its owner has.
 */
final class PlayedLogin {
  static final Set<String> GUARDED = Set.of("/me", "/profile", "/protected", "/orders");

  final PlayedServer server = PlayedServer.start();
  final Set<String> ended = ConcurrentHashMap.newKeySet();
  final AtomicInteger refreshes = new AtomicInteger();
  private final Map<String, String> callers = new ConcurrentHashMap<>();
  private final Map<String, String> used = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  volatile int expiresIn = 300;
  volatile boolean asksForCsrf;

  PlayedLogin() {
    server.on("POST /login", asked -> csrf(asked).orElseGet(() -> login(asked)));
    server.on("POST /logout", this::logout);
    server.on("POST /refresh", this::refresh);
    server.on("GET /csrf", asked -> csrfToken());
    GUARDED.forEach(
        path -> {
          server.on("GET " + path, this::guarded);
          server.on("POST " + path, asked -> csrf(asked).orElseGet(() -> guarded(asked)));
        });
  }

  /**
   * What builds its clients, for whom no time passes but by the clock; they tell what they wait.
   */
  LoginClientBuilder shop(Credentials shown, ManualClock clock, Consumer<Duration> waits) {
    return LoginClient.at(server.address())
        .show(shown)
        .time(
            clock,
            wait -> {
              waits.accept(wait);
              return CompletableFuture.completedFuture(null);
            });
  }

  static LoginClient loggedIn(LoginClientBuilder shop) {
    LoginClient client = shop.build();
    client.login("alice", "123");
    return client;
  }

  private static Map<String, Object> fields(Asked asked) {
    if (asked.header("Content-Type").startsWith("application/json")) {
      return Json.read(asked.body()).orElse(Map.of());
    }
    Map<String, Object> fields = new HashMap<>();
    for (String field : asked.body().split("&", -1)) {
      String[] parts = field.split("=", 2);
      fields.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private Reply login(Asked asked) {
    Map<String, Object> fields = fields(asked);
    String user = String.valueOf(fields.getOrDefault("username", fields.get("user")));
    String password = String.valueOf(fields.getOrDefault("password", fields.get("pwd")));
    if (!password.equals("123")) {
      return Reply.problem(401, "invalid-credentials");
    }
    String sid = "sid-" + numbers.incrementAndGet();
    callers.put(sid, user);
    String who =
        "{\"user\":{\"name\":\"%s\",\"groups\":[\"customer\"]},"
            + "\"session\":{\"id\":\"%s\",\"expiresAt\":\"2026-11-20T20:00:00Z\"},";
    return Reply.json(who.formatted(user, "login-of-" + user) + tokens(user) + "}")
        .with("Set-Cookie", "sid=" + sid + "; Path=/; HttpOnly; SameSite=Lax");
  }

  private String tokens(String user) {
    int number = numbers.incrementAndGet();
    callers.put("access-" + number, user);
    callers.put("refresh-" + number, user);
    return "\"accessToken\":\"access-%1$s\",\"token\":\"access-%1$s\",".formatted(number)
        + "\"refreshToken\":\"refresh-%s\",\"tokenType\":\"Bearer\",\"expiresIn\":%s"
            .formatted(number, expiresIn);
  }

  private Reply refresh(Asked asked) {
    refreshes.incrementAndGet();
    String bearer = asked.header("Authorization").replace("Bearer ", "");
    String token = bearer.isEmpty() ? String.valueOf(fields(asked).get("refreshToken")) : bearer;
    String user = callers.remove(token);
    String victim = user == null ? used.get(token) : used.put(token, user);
    if (user == null && victim != null) {
      callers.values().removeIf(victim::equals);
    }
    return user == null || !token.startsWith("refresh-")
        ? Reply.problem(401, "refresh-token-reused")
        : Reply.json("{" + tokens(user) + "}");
  }

  private Reply logout(Asked asked) {
    credential(asked).ifPresent(callers::remove);
    String cookie = Httpbin.cookies(asked).get("sid");
    if (cookie != null) {
      callers.remove(cookie);
    }
    return Reply.json("{}").with("Set-Cookie", "sid=; Path=/; HttpOnly; Max-Age=0");
  }

  private Optional<String> credential(Asked asked) {
    String bearer = asked.header("Authorization");
    return bearer.startsWith("Bearer ")
        ? Optional.of(bearer.substring(7))
        : Optional.ofNullable(Httpbin.cookies(asked).get("sid"));
  }

  private Reply guarded(Asked asked) {
    String shown = credential(asked).orElse("");
    String user = callers.get(shown);
    if (shown.startsWith("refresh-") || user == null || ended.contains(shown)) {
      return Reply.problem(401, shown.isEmpty() ? "not-authenticated" : "token-expired")
          .with("WWW-Authenticate", "Bearer");
    }
    return Reply.json("{\"name\":\"" + user + "\"}");
  }

  private Reply csrfToken() {
    return Reply.json(
        "{\"headerName\":\"X-CSRF-Token\",\"parameterName\":\"_csrf\",\"token\":\"masked-"
            + numbers.incrementAndGet()
            + "\"}");
  }

  private Optional<Reply> csrf(Asked asked) {
    String shown = asked.header("X-CSRF-Token");
    @Nullable String reason =
        !asksForCsrf || shown.startsWith("masked-")
            ? null
            : shown.isEmpty() ? "csrf-token-missing" : "csrf-token-invalid";
    return Optional.ofNullable(reason).map(why -> Reply.problem(403, why));
  }
}

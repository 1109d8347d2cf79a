package dev.cloakroom.client;

import dev.cloakroom.client.Cookie.Reach;
import dev.cloakroom.client.Cookie.Scope;
import dev.cloakroom.client.LoginState.Caller;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A login that one client has and another is to go on with, as JSON.
 *
 * @param origin of the server that it is at
 * @param caller who has logged in; null if the tokens were given
 * @param tokens null for none
 * @param ofLogin the names of the cookies that the login came with
 */
record ExportedLogin(
    String origin,
    @Nullable Caller caller,
    @Nullable Tokens tokens,
    List<Cookie> cookies,
    Set<String> ofLogin) {

  /**
   * What a client shows at its base address. No refresh token: two that use one are taken for a
   * thief and a victim.
   *
   * @param ofLogin the names of the cookies that the login came with
   * @throws IllegalStateException if another client could show nothing by it
   */
  static ExportedLogin of(URI base, Credentials shown, LoginState state, Set<String> ofLogin) {
    Tokens held = state.tokens();
    Tokens tokens = held == null ? null : held.withoutRefresh();
    List<Cookie> cookies = shown.usesCookies() ? ofHost(CookieHost.of(base), state) : List.of();
    if (tokens == null && cookies.isEmpty()) {
      throw new IllegalStateException(
          "The client has no access token and no cookies by which another could go on");
    }
    return new ExportedLogin(
        Origin.of(base).toString(), state.caller(), tokens, cookies, Set.copyOf(ofLogin));
  }

  private static List<Cookie> ofHost(String host, LoginState state) {
    return state.cookies().stream()
        .filter(cookie -> cookie.scope().includes(host, cookie.scope().path()))
        .toList();
  }

  String json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("origin", origin);
    json.put("caller", caller == null ? null : ofCaller(caller));
    json.put("tokens", tokens == null ? null : ofTokens(tokens));
    json.put("cookies", cookies.stream().map(ExportedLogin::ofCookie).toList());
    json.put("ofLogin", List.copyOf(ofLogin));
    return Json.write(json);
  }

  private static Map<String, @Nullable Object> ofCaller(Caller caller) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", caller.name());
    json.put("groups", caller.groups());
    json.put("sessionId", caller.sessionId());
    json.put("endsAt", text(caller.endsAt()));
    return json;
  }

  private static Map<String, @Nullable Object> ofTokens(Tokens tokens) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("accessToken", tokens.accessToken());
    json.put("endsAt", text(tokens.endsAt()));
    return json;
  }

  private static Map<String, @Nullable Object> ofCookie(Cookie cookie) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", cookie.name());
    json.put("value", cookie.value());
    json.put("domain", cookie.scope().domain());
    json.put("reach", cookie.scope().reach().name());
    json.put("path", cookie.scope().path());
    json.put("secure", cookie.scope().secure());
    json.put("end", text(cookie.end()));
    return json;
  }

  /** What {@link #json} has written, and nobody has changed. */
  static ExportedLogin read(String text) {
    Map<String, Object> json = Json.read(text).orElseThrow();
    List<?> cookies = (List<?>) Objects.requireNonNull(json.get("cookies"));
    List<Cookie> kept =
        cookies.stream().map(cookie -> cookie(Json.object(Map.of("it", cookie), "it"))).toList();
    return new ExportedLogin(
        needed(json, "origin"),
        json.get("caller") == null ? null : caller(Json.object(json, "caller")),
        json.get("tokens") == null ? null : tokens(Json.object(json, "tokens")),
        kept,
        json.get("ofLogin") instanceof List<?> ofLogin ? names(ofLogin) : namesOf(kept));
  }

  private static Set<String> names(List<?> texts) {
    return texts.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  /** A text of before there were names in it: each of its cookies counted. */
  private static Set<String> namesOf(List<Cookie> cookies) {
    return cookies.stream().map(Cookie::name).collect(Collectors.toUnmodifiableSet());
  }

  private static Caller caller(Map<String, Object> json) {
    List<?> groups = (List<?>) Objects.requireNonNull(json.get("groups"));
    return new Caller(
        needed(json, "name"),
        groups.stream().map(String::valueOf).toList(),
        needed(json, "sessionId"),
        moment(Json.text(json, "endsAt")));
  }

  private static Tokens tokens(Map<String, Object> json) {
    return new Tokens(Json.text(json, "accessToken"), null, moment(Json.text(json, "endsAt")));
  }

  private static Cookie cookie(Map<String, Object> json) {
    Scope scope =
        new Scope(
            needed(json, "domain"),
            Reach.valueOf(needed(json, "reach")),
            needed(json, "path"),
            Boolean.TRUE.equals(json.get("secure")));
    return new Cookie(
        needed(json, "name"), needed(json, "value"), scope, moment(Json.text(json, "end")));
  }

  private static String needed(Map<String, Object> json, String name) {
    return Objects.requireNonNull(Json.text(json, name), name);
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }

  private static @Nullable Instant moment(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  /** It is a login: nothing of it. */
  @Override
  public String toString() {
    return "ExportedLogin[" + origin + "]";
  }
}

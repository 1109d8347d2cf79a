package dev.cloakroom.client;

import dev.cloakroom.client.PlayedServer.Asked;
import dev.cloakroom.client.PlayedServer.Reply;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Plays those endpoints of httpbin.org that are about cookies. */
final class Httpbin {

  private Httpbin() {}

  static PlayedServer start() {
    return PlayedServer.start()
        .on("GET /cookies", asked -> Reply.json(Json.write(Map.of("cookies", cookies(asked)))))
        .on("GET /headers", asked -> Reply.json(Json.write(Map.of("headers", headers(asked)))))
        .on("GET /cookies/set", Httpbin::set);
  }

  static Map<String, String> cookies(Asked asked) {
    return Arrays.stream(asked.header("Cookie").split("; ", -1))
        .filter(pair -> pair.contains("="))
        .collect(
            Collectors.toMap(
                pair -> pair.substring(0, pair.indexOf('=')),
                pair -> pair.substring(pair.indexOf('=') + 1)));
  }

  private static Map<String, String> headers(Asked asked) {
    Map<String, String> headers = new TreeMap<>();
    asked.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    return headers;
  }

  private static Reply set(Asked asked) {
    Reply reply = Reply.redirect(302, "/cookies");
    for (String pair : asked.uri().getQuery().split("&", -1)) {
      reply = reply.with("Set-Cookie", pair + "; Path=/");
    }
    return reply;
  }
}

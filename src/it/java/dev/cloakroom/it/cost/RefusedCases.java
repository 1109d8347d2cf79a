package dev.cloakroom.it.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Requests that are refused, each another one, so that nothing can be known of it from before.
 *
 * @param target what they ask for
 * @param ticket of a live login: {@code <id>.<secret>}
 * @param token of a live login
 */
record RefusedCases(URI target, String ticket, String token) {
  private static final String CLAIMS = "{\"sub\":\"user-measured\",\"jti\":\"%d\"}";

  /** Each compared with the request that it pretends to be. */
  List<CostCase> all() {
    String[] jwt = token.split("\\.", -1);
    String secret = ticket.substring(ticket.indexOf('.'));
    String id = ticket.substring(0, ticket.indexOf('.') + 1);
    return List.of(
        cookie("unknown cookie", "%022d"::formatted, secret),
        cookie("wrong secret of a live session", number -> id + "%043d".formatted(number), ""),
        cookie("malformed cookie", "%d"::formatted, ""),
        bearer("forged claims", number -> jwt[0] + "." + claims(number) + "." + jwt[2]),
        bearer(
            "forged signature", number -> jwt[0] + "." + jwt[1] + "." + "%086d".formatted(number)),
        bearer("malformed token", number -> "no.jwt." + number));
  }

  /** A token that is genuine, and expired. */
  CostCase expired(String expired) {
    return bearer("expired token", number -> expired);
  }

  private CostCase cookie(String name, LongFunction<String> begin, String end) {
    return refused(name, "cookie", number -> "Cookie: sid=" + begin.apply(number) + end);
  }

  private CostCase bearer(String name, LongFunction<String> token) {
    return refused(name, "bearer", number -> "Authorization: Bearer " + token.apply(number));
  }

  private CostCase refused(String name, String base, LongFunction<String> header) {
    return new CostCase(
        name, base, number -> CostCase.request("GET", target, header.apply(number)), 401);
  }

  private static String claims(long number) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(CLAIMS.formatted(number).getBytes(UTF_8));
  }
}

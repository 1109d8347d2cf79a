package dev.cloakroom.it.cost;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One kind of request that is measured.
 *
 * @param name how the tables name it
 * @param base the case that it is compared with
 * @param requests what is sent, by a number that each request has for itself
 * @param status of each answer
 */
record CostCase(String name, String base, LongFunction<byte[]> requests, int status) {

  /** The same request each time, which succeeds. */
  static CostCase same(String name, String base, URI target, String... headers) {
    byte[] request = request("GET", target, headers);
    return new CostCase(name, base, number -> request, 200);
  }

  /** A login by a form. */
  static byte[] login(URI target, String name, String password) {
    String body = "username=" + name + "&password=" + password;
    byte[] head =
        request(
            "POST",
            target,
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + body.length());
    return (new String(head, ISO_8859_1) + body).getBytes(ISO_8859_1);
  }

  static byte[] request(String method, URI target, String... headers) {
    List<String> own =
        List.of(method + " " + target.getRawPath() + " HTTP/1.1", "Host: " + target.getAuthority());
    return Stream.concat(own.stream(), Stream.of(headers))
        .collect(Collectors.joining("\r\n", "", "\r\n\r\n"))
        .getBytes(ISO_8859_1);
  }
}

package dev.cloakroom.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * A server that the tests run on, on the loopback address.
 *
 * @param http where it answers in plain text, ending in a slash
 * @param https the same over TLS, with a certificate that only the clients made here accept
 */
public record RunningServer(URI http, URI https) {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** One that answers on these ports. */
  public static RunningServer onPorts(int http, int https) {
    return new RunningServer(address("http", http), address("https", https));
  }

  private static URI address(String scheme, int port) {
    return URI.create(scheme + "://127.0.0.1:" + port + "/");
  }

  /** Which of the servers it is: the name of its folder in {@code server-config}. */
  public static String name() {
    return System.getProperty("arquillian.launch");
  }

  /** Whether it is the newer of two: of Jakarta EE 11. */
  public static boolean isOfJakartaEe11() {
    return Boolean.getBoolean("it.jakarta-ee-11");
  }

  /** The address of a path, over plain HTTP. A leading slash is allowed. */
  public URI http(String path) {
    return http.resolve(path);
  }

  /** The address of a path, over HTTPS. A leading slash is allowed. */
  public URI https(String path) {
    return https.resolve(path);
  }

  /**
   * A new client that keeps no cookies and follows no redirect, so that a test sees every answer.
   */
  public HttpClient client() {
    return builder().build();
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_TIMEOUT)
        .sslContext(AnyCertificate.sslContext());
  }
}

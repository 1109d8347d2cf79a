package dev.cloakroom.client;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request and what came back, for people. {@code toString} is a line for each direction with
 * what matters for a login: which cookies and tokens were sent and set, without their values.
 * Immutable.
 */
public final class Exchange {
  private static final List<String> RECEIVED =
      List.of("Set-Cookie", "Location", "WWW-Authenticate", "Retry-After");

  private final SentRequest request;
  private final int status;
  private final Map<String, List<String>> received;

  Exchange(SentRequest request, int status, HttpHeaders headers) {
    this.request = request;
    this.status = status;
    Map<String, List<String>> shown = new TreeMap<>();
    RECEIVED.forEach(
        name ->
            shown.put(
                name, headers.allValues(name).stream().map(v -> Masked.header(name, v)).toList()));
    shown.values().removeIf(List::isEmpty);
    this.received = shown;
  }

  /** The request. */
  public SentRequest request() {
    return request;
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }

  @Override
  public String toString() {
    return "> " + request + System.lineSeparator() + "< " + status + " " + received;
  }
}

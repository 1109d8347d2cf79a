package dev.cloakroom.it.guest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Has an application call methods, and says what both sides see, in words to be compared. */
final class CallClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /**
   * What differs from request to request: how much of the body has come, for one. There is a server
   * whose writers remember errors of earlier ones.
   */
  private static final Set<String> VARYING =
      Set.of(
          "REQUEST getRequestId()",
          "REQUEST getProtocolRequestId()",
          "REQUEST getRemotePort()",
          "REQUEST getTrailerFields()",
          "REQUEST isTrailerFieldsReady()",
          "BODY available()",
          "BODY isFinished()",
          "BODY isReady()",
          "BODY read(ByteBuffer)",
          "REQUEST getPathTranslated()",
          "REQUEST changeSessionId()",
          "WRITER checkError()");

  /** Open Liberty sends in chunks what a writer wrote behind a filter that wraps the response. */
  private static final Map<String, Set<String>> NOT_OF_THE_APPLICATION =
      Map.of("openliberty", Set.of("date", "content-length", "transfer-encoding"));

  private final RunningServer server;
  private final String application;
  private final HttpClient http;
  private int calls;

  CallClient(RunningServer server, String application) {
    this.server = server;
    this.application = application;
    this.http = server.client();
  }

  /** All methods that there are to be called. */
  List<String> methods() {
    return ProbeClient.over(server).get(application + "methods").body().lines().toList();
  }

  /** What the application and its client see of one call. */
  String call(String method, String phase) {
    String number = Integer.toString(++calls);
    String received = received(request(method, phase, number).build(), connection(method));
    String report =
        ProbeClient.over(server).header("X-Report", number).get(application + "methods").body();
    String seen = VARYING.contains(method) ? report.substring(report.indexOf(';')) : report;
    return (isUpgrade(method) ? seen : seen + "\n" + received)
        .replace("/" + application.replace("/", ""), "/application")
        .replaceAll("(JSESSIONID|Date)=[^\\]]*", "$1");
  }

  /** The answer to a caller whose login the application ends before it calls a method. */
  String logout(String method) {
    ProbeClient caller = ProbeClient.over(server).another(application);
    caller.login("user-owed");
    HttpRequest request =
        request(method, "logout", "logout").header("Cookie", "sid=" + caller.ticket()).build();
    return received(request, connection(method));
  }

  /** What becomes of the connection, and whether an answer comes, is for the server to say. */
  private static boolean isUpgrade(String method) {
    return method.startsWith("REQUEST upgrade");
  }

  private HttpClient connection(String method) {
    return isUpgrade(method) ? server.client() : http;
  }

  private HttpRequest.Builder request(String method, String phase, String number) {
    String[] parts = method.split(" ", 2);
    return HttpRequest.newBuilder(server.http(application + "call/me?in=query"))
        .header("X-Target", parts[0])
        .header("X-Method", parts[1])
        .header("X-Phase", phase)
        .header("X-Report", number)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("field=gr%C3%BC%C3%9Fe"));
  }

  private static String received(HttpRequest request, HttpClient connection) {
    try {
      HttpResponse<byte[]> answer =
          connection
              .sendAsync(request, BodyHandlers.ofByteArray())
              .orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
              .join();
      Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
      headers
          .keySet()
          .removeAll(NOT_OF_THE_APPLICATION.getOrDefault(RunningServer.name(), Set.of("date")));
      if (answer.statusCode() == 500) {
        return "500, with a stack trace";
      }
      return answer.statusCode() + " " + headers + "\n" + new String(answer.body(), ISO_8859_1);
    } catch (CompletionException broken) {
      return String.valueOf(broken.getCause()).split(":", 2)[0];
    }
  }
}

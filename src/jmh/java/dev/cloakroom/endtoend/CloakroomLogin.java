package dev.cloakroom.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one login gave: a session cookie and an access token.
 *
 * @param cookie the {@code Cookie} header's value
 * @param token the access token
 */
record CloakroomLogin(String cookie, String token) {

  private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");

  static CloakroomLogin at(URI server) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/api/login"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"username\":\"alice\",\"password\":\"123\"}"))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    return new CloakroomLogin(cookie(answer), token(answer));
  }

  private static String cookie(HttpResponse<String> answer) throws IOException {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("sid="))
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow(() -> missing("session cookie", answer));
  }

  private static String token(HttpResponse<String> answer) throws IOException {
    Matcher token = TOKEN.matcher(answer.body());
    if (!token.find()) {
      throw missing("access token", answer);
    }
    return token.group(1);
  }

  private static IOException missing(String what, HttpResponse<String> answer) {
    return new IOException("Logging in gave no " + what + "; status " + answer.statusCode());
  }

  @Override
  public String toString() {
    return "CloakroomLogin[masked]";
  }
}

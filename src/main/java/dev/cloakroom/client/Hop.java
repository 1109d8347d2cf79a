package dev.cloakroom.client;

import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer.
 *
 * @param shown the tokens that went with it; null for none
 * @param kept the names of the answer's cookies that the client has kept
 */
record Hop(
    Outgoing out,
    SentRequest sent,
    @Nullable Tokens shown,
    HttpResponse<byte[]> answer,
    List<String> kept) {

  List<String> setCookies() {
    return answer.headers().allValues("Set-Cookie");
  }

  @Override
  public String toString() {
    return sent + " " + answer.statusCode();
  }
}

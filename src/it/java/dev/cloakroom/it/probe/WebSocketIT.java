package dev.cloakroom.it.probe;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who opens a WebSocket, and who may not. */
@OnServer(ProbeDeployment.class)
class WebSocketIT {
  private static final String NOBODY = "opened by nobody";
  private static final String USER = "opened by user-socket";
  private static final String GUARDED = "declared/chat";

  private final RunningServer server;
  private final String cookie;
  private final String bearer;

  WebSocketIT(RunningServer server) {
    this.server = server;
    ProbeClient user = ProbeClient.over(server);
    bearer = "Bearer " + user.login("user-socket").getString("accessToken");
    cookie = ProbeClient.TICKET + "=" + user.ticket();
  }

  /** Hears the first message. */
  private static final class Ear implements WebSocket.Listener {
    private final CompletableFuture<String> heard = new CompletableFuture<>();

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket socket, CharSequence text, boolean isLast) {
      heard.complete(text.toString());
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
      heard.completeExceptionally(failure);
    }
  }

  /** What the server says first; headers are names and values in turn. */
  private String opening(String path, String... headers) throws Exception {
    Ear ear = new Ear();
    WebSocket socket = handshake(path, ear, headers).get(30, SECONDS);
    String first = ear.heard.get(30, SECONDS);
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(30, SECONDS);
    return first;
  }

  private CompletableFuture<WebSocket> handshake(String path, Ear ear, String... headers) {
    WebSocket.Builder builder = server.client().newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    URI http = server.http(path);
    return builder.buildAsync(URI.create("ws://" + http.getAuthority() + http.getPath()), ear);
  }

  private HttpResponse<?> refusal(String path, String... headers) throws Exception {
    try {
      handshake(path, new Ear(), headers).get(30, SECONDS);
    } catch (ExecutionException refused) {
      Throwable why = Objects.requireNonNull(refused.getCause());
      return ((WebSocketHandshakeException) why).getResponse();
    }
    throw new AssertionError("The handshake succeeded.");
  }

  private String ownOrigin() {
    return "http://" + server.http().getAuthority();
  }

  @Test
  @Tag("S1")
  void conversation_isItsOpeners() throws Exception {
    assertThat(opening("chat")).isEqualTo(NOBODY);
    assertThat(opening("chat", "Cookie", cookie)).isEqualTo(USER);
    assertThat(opening("chat", "Authorization", bearer)).isEqualTo(USER);
  }

  @Test
  @Tag("B4")
  void guardedHandshake_ofNobody_isChallenged() throws Exception {
    HttpResponse<?> refusal = refusal(GUARDED);

    assertThat(refusal.statusCode()).isEqualTo(401);
    assertThat(refusal.headers().allValues("WWW-Authenticate"))
        .containsExactly("Bearer realm=\"cloakroom\"");
    assertThat(refusal(GUARDED, "Authorization", "Bearer no.such.token").statusCode())
        .isEqualTo(401);
  }

  @Test
  void guardedHandshake_ofACaller_succeeds() throws Exception {
    assertThat(opening(GUARDED, "Cookie", cookie)).isEqualTo(USER);
    assertThat(opening(GUARDED, "Authorization", bearer)).isEqualTo(USER);
  }

  /** Cross-site WebSocket hijacking (RFC 6455, section 10.2). */
  @Test
  @Tag("X1")
  @Tag("X5")
  void foreignPage_withTheCookie_isNobody() throws Exception {
    String[] foreign = {"Cookie", cookie, "Origin", "https://evil.test"};

    assertThat(opening("chat", foreign)).isEqualTo(NOBODY);
    assertThat(refusal(GUARDED, foreign).statusCode()).isEqualTo(403);
    assertThat(
            refusal(
                    GUARDED,
                    "Cookie",
                    cookie,
                    "Origin",
                    ownOrigin(),
                    "Sec-Fetch-Site",
                    "cross-site")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void ownPage_withTheCookie_isTheCaller() throws Exception {
    assertThat(opening("chat", "Cookie", cookie, "Origin", ownOrigin())).isEqualTo(USER);
    assertThat(opening(GUARDED, "Cookie", cookie, "Origin", ownOrigin())).isEqualTo(USER);
  }

  /** No page of another origin could have added the token. */
  @Test
  void foreignOrigin_withTheBearerToken_isTheCaller() throws Exception {
    assertThat(opening(GUARDED, "Authorization", bearer, "Origin", "https://other.test"))
        .isEqualTo(USER);
  }
}

package dev.cloakroom.client;

import dev.cloakroom.client.Outgoing.Travel;
import dev.cloakroom.http.Answer.Header;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and takes the cookies of its answer. What is held of a login goes to the base
 * address's origin and to no other, and not to that either where another origin has led a request
 * back; what was given to a request for where it was sent goes no further. Safe for use by several
 * threads.
 */
final class Wire {
  private static final Logger LOG = System.getLogger(Wire.class.getName());

  /** A refresh is soon answered, and soon too late to be repeated. */
  private static final Duration REFRESH = Duration.ofSeconds(4);

  private final HttpClient http;
  private final ClientSettings settings;
  private final @Nullable Consumer<? super Exchange> listener;
  private final AnswerTime time;
  private final AnswerTime timeOfRefresh;

  /**
   * Sends by these connections.
   *
   * @param listener null if nobody wants to know
   */
  Wire(HttpClient http, ClientSettings settings, @Nullable Consumer<? super Exchange> listener) {
    this.http = http;
    this.settings = settings;
    this.listener = listener;
    Duration set = settings.times().answer();
    this.time = new AnswerTime(set);
    this.timeOfRefresh = new AnswerTime(set.compareTo(REFRESH) > 0 ? REFRESH : set);
  }

  CompletionStage<Hop> send(Outgoing out) {
    boolean trusted = isTrusted(out);
    List<Header> headers = headers(out, trusted);
    Tokens shown = trusted ? shown(out, headers) : null;
    HttpRequest request = request(out, headers, shown);
    AnswerTime limit = time(out);
    TimedBody body = limit.begin(out.isOfLogin() ? TimedBody.SHORT : Integer.MAX_VALUE);
    return out.style()
        .sent(http, request, answer -> body.subscriber())
        .whenComplete((answer, failure) -> limit.end(body))
        .thenApply(answer -> received(out, SentRequest.of(request), shown, answer));
  }

  private Hop received(
      Outgoing out, SentRequest sent, @Nullable Tokens shown, HttpResponse<byte[]> answer) {
    List<String> kept = out.cookies().receive(out, answer);
    if (listener != null) {
      tell(listener, new Exchange(sent, answer.statusCode(), answer.headers()));
    }
    return new Hop(out, sent, shown, answer, kept);
  }

  private AnswerTime time(Outgoing out) {
    return out.travel() == Travel.NOWHERE ? timeOfRefresh : time;
  }

  /** What a listener throws is its own matter: the request was sent, and its answer is there. */
  private static void tell(Consumer<? super Exchange> listener, Exchange exchange) {
    try {
      listener.accept(exchange);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A listener of a LoginClient has failed", e);
    }
  }

  private HttpRequest request(Outgoing out, List<Header> headers, @Nullable Tokens shown) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(withoutFragment(out.uri())).timeout(time(out).most());
    headers.forEach(header -> request.header(header.name(), header.value()));
    if (shown != null) {
      request.header("Authorization", "Bearer " + shown.accessToken());
    }
    String cookie = out.cookies().header(out.uri(), cookiesOf(out));
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    Body body = out.request().body();
    return request
        .method(out.request().method(), body == null ? BodyPublishers.noBody() : body.publisher())
        .build();
  }

  private static Map<String, String> cookiesOf(Outgoing out) {
    return out.travel() == Travel.AWAY ? Map.of() : out.request().cookies();
  }

  private static URI withoutFragment(URI uri) {
    return uri.getRawFragment() == null ? uri : URI.create(uri.toString().replaceFirst("#.*", ""));
  }

  /** Those of the request, and those of the client that it does not replace. */
  private List<Header> headers(Outgoing out, boolean trusted) {
    boolean left = out.travel() == Travel.AWAY;
    List<Header> headers = new ArrayList<>();
    addUnlessNamed(headers, left ? harmless(out.request().headers()) : out.request().headers());
    addUnlessNamed(headers, ofBody(out.request().body()));
    addUnlessNamed(headers, trusted ? csrf(out) : List.of());
    addUnlessNamed(headers, trusted ? settings.headers() : harmless(settings.headers()));
    return headers;
  }

  /** Whether it goes home, and no other origin has chosen what it asks for. */
  private boolean isTrusted(Outgoing out) {
    return settings.base().isHome(out.uri()) && out.travel() != Travel.AWAY;
  }

  /** Those of one list may have one name several times. */
  private static void addUnlessNamed(List<Header> headers, List<Header> more) {
    if (more.isEmpty()) {
      return;
    }
    List<Header> before = List.copyOf(headers);
    for (Header header : more) {
      if (!isNamed(before, header.name())) {
        headers.add(header);
      }
    }
  }

  private static boolean isNamed(List<Header> headers, String name) {
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  private static List<Header> harmless(List<Header> headers) {
    return headers.stream().filter(header -> GivenHeader.isHarmless(header.name())).toList();
  }

  private static List<Header> ofBody(@Nullable Body body) {
    return body == null ? List.of() : List.of(new Header("Content-Type", body.contentType()));
  }

  private static List<Header> csrf(Outgoing out) {
    CsrfToken csrf = out.request().isSafe() ? null : out.held().csrf();
    return csrf == null ? List.of() : List.of(new Header(csrf.header(), csrf.token()));
  }

  private static @Nullable Tokens shown(Outgoing out, List<Header> headers) {
    Tokens tokens = out.held().tokens();
    boolean fits =
        tokens != null && tokens.accessToken() != null && !isNamed(headers, "Authorization");
    return fits ? tokens : null;
  }
}

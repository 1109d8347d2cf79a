package dev.cloakroom.client;

import dev.cloakroom.client.Outgoing.Travel;
import dev.cloakroom.http.Answer.Header;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
  private final Consumer<? super Exchange> listener;

  Wire(HttpClient http, ClientSettings settings, Consumer<? super Exchange> listener) {
    this.http = http;
    this.settings = settings;
    this.listener = listener;
  }

  CompletionStage<Hop> send(Outgoing out) {
    List<Header> headers = headers(out);
    Tokens shown = shown(out, headers);
    HttpRequest request = request(out, headers, shown);
    SentRequest sent = SentRequest.of(request);
    return WholeAnswer.within(wait(out), http.sendAsync(request, body(out)))
        .thenApply(
            answer -> {
              List<String> kept = out.cookies().receive(out.uri(), answer);
              tell(new Exchange(sent, answer.statusCode(), answer.headers()));
              return new Hop(out, sent, shown, answer, kept);
            });
  }

  private static BodyHandler<byte[]> body(Outgoing out) {
    return out.isOfLogin() ? answer -> new ShortBody() : BodyHandlers.ofByteArray();
  }

  private Duration wait(Outgoing out) {
    Duration set = settings.times().answer();
    return out.travel() == Travel.NOWHERE && set.compareTo(REFRESH) > 0 ? REFRESH : set;
  }

  /** What a listener throws is its own matter: the request was sent, and its answer is there. */
  private void tell(Exchange exchange) {
    try {
      listener.accept(exchange);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A listener of a LoginClient has failed", e);
    }
  }

  private HttpRequest request(Outgoing out, List<Header> headers, @Nullable Tokens shown) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(withoutFragment(out.uri())).timeout(wait(out));
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
  private List<Header> headers(Outgoing out) {
    boolean trusted = isTrusted(out);
    boolean left = out.travel() == Travel.AWAY;
    List<Header> headers = new ArrayList<>();
    addUnlessNamed(headers, left ? harmless(out.request().headers()) : given(out.request()));
    addUnlessNamed(headers, ofBody(out.request().body()));
    addUnlessNamed(headers, trusted ? csrf(out) : Stream.of());
    addUnlessNamed(headers, trusted ? settings.headers().stream() : harmless(settings.headers()));
    return headers;
  }

  /** Whether it goes home, and no other origin has chosen what it asks for. */
  private boolean isTrusted(Outgoing out) {
    return settings.base().isHome(out.uri()) && out.travel() != Travel.AWAY;
  }

  private static Stream<Header> given(ClientRequest request) {
    return request.headers().stream();
  }

  private static void addUnlessNamed(List<Header> headers, Stream<Header> more) {
    Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(header -> named.add(header.name()));
    more.filter(header -> !named.contains(header.name())).forEach(headers::add);
  }

  private static Stream<Header> harmless(List<Header> headers) {
    return headers.stream().filter(header -> GivenHeader.isHarmless(header.name()));
  }

  private static Stream<Header> ofBody(@Nullable Body body) {
    return Stream.ofNullable(body).map(sent -> new Header("Content-Type", sent.contentType()));
  }

  private static Stream<Header> csrf(Outgoing out) {
    return Stream.ofNullable(out.request().isSafe() ? null : out.held().csrf())
        .map(csrf -> new Header(csrf.header(), csrf.token()));
  }

  private @Nullable Tokens shown(Outgoing out, List<Header> headers) {
    Tokens tokens = out.held().tokens();
    boolean fits =
        tokens != null
            && tokens.accessToken() != null
            && isTrusted(out)
            && headers.stream().noneMatch(h -> h.name().equalsIgnoreCase("Authorization"));
    return fits ? tokens : null;
  }
}

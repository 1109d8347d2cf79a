package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.config.IssuerIntrospectionSettings;
import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.issuer.HttpDocuments.Document;
import dev.cloakroom.issuer.HttpDocuments.Form;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Asks an issuer over HTTP, on the thread of the request (<a
 * href="https://www.rfc-editor.org/rfc/rfc7662#section-2.1">RFC 7662 §2.1</a>). Connections are
 * kept, by a thread that ends with those that are given. Thread-safe.
 */
final class Introspection implements TokenQuestions {
  private static final Duration LONGEST_WAIT = FetchedKeys.LONGEST_WAIT;

  private final QuestionAddress address;
  private final HttpDocuments documents;
  private final String authorization;

  private Introspection(QuestionAddress address, HttpDocuments documents, String authorization) {
    this.address = address;
    this.documents = documents;
    this.authorization = authorization;
  }

  /** One for an issuer that is to be asked, as its settings say. */
  static Introspection of(
      IssuerSettings issuer,
      IssuerIntrospectionSettings settings,
      FetchThreads threads,
      Clock clock) {
    HttpDocuments documents = documents(threads);
    URI endpoint = settings.endpoint();
    Discovery discovery = new Discovery(issuer.issuer(), issuer.keys().plainHttp());
    QuestionAddress address =
        endpoint == null
            ? new DiscoveredAddress(
                URI.create(issuer.issuer()),
                () -> discovery.find("introspection_endpoint", documents),
                threads,
                clock)
            : room -> endpoint;
    return new Introspection(address, documents, basic(settings));
  }

  /** Made by one of the threads, so that what Java's client starts ends with them. */
  private static HttpDocuments documents(FetchThreads threads) {
    FutureTask<HttpDocuments> making = new FutureTask<>(HttpDocuments::new);
    threads.execute(making);
    try {
      return making.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("This Java runtime has no HTTP client.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The start was interrupted.", e);
    }
  }

  /** Both are encoded as in a form first, then joined (RFC 6749 §2.3.1). */
  private static String basic(IssuerIntrospectionSettings settings) {
    String both = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret().text());
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Override
  public void start() {
    address.start();
  }

  @Override
  public Optional<Map<String, Object>> ask(String token, WaitingRoom room)
      throws UnusableDocumentException {
    URI asked = address.find(room);
    Form form =
        new Form("token=" + encoded(token) + "&token_type_hint=access_token", authorization);
    Optional<Document> answer =
        room.admit(
            LONGEST_WAIT.toNanos(), nanos -> documents.post(asked, form, Duration.ofNanos(nanos)));
    if (answer.isPresent() && !(answer.get().json().get("active") instanceof Boolean)) {
      throw new UnusableDocumentException(asked, "its active is neither true nor false");
    }
    return answer.map(Document::json);
  }
}

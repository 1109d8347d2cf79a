package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.token.StrictJson;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The partner as an issuer that is asked about its tokens: what it says of which. */
final class AskedPartner implements TokenQuestions {
  private static final URI ADDRESS = URI.create("https://partner.test/introspect");

  final Partner partner = new Partner();
  final Map<String, String> active = new ConcurrentHashMap<>();
  final AtomicInteger asked = new AtomicInteger();

  /** Those that begin with {@code held}: their answers are waited for. */
  final Set<String> held = ConcurrentHashMap.newKeySet();

  final CountDownLatch goOn = new CountDownLatch(1);
  volatile boolean isDown;
  volatile boolean isSlow;

  private final AskedIssuer issuer;
  private final AskedTokens tokens;

  /** One by these settings besides those that it needs. */
  AskedPartner(String... keysAndValues) {
    Map<String, String> settings = Partner.settings(keysAndValues);
    settings.put("check", "introspection");
    settings.put("client-id", "shop");
    settings.put("client-secret", "secret");
    IssuerSettings read = Partner.read(settings);
    issuer =
        new AskedIssuer(
            read,
            Objects.requireNonNull(read.introspection()),
            this,
            new AskingLog(read, partner.clock()));
    tokens = new AskedTokens(Map.of(Partner.ISSUER, issuer), partner.clock(), 1 << 20);
  }

  AskedTokens tokens() {
    return tokens;
  }

  AskedIssuer issuer() {
    return issuer;
  }

  /** What a token comes to, as {@link ForeignTokens} finds it. */
  Outcome find(String text) {
    Outcome known = tokens.known(text);
    return known == null ? tokens.find(text, issuer, name -> false) : known;
  }

  void assertAsked(int times) {
    assertThat(asked).hasValue(times);
  }

  @Override
  public Optional<Map<String, Object>> ask(String token, WaitingRoom room)
      throws UnusableDocumentException {
    return room.admit(0, nanos -> answer(token));
  }

  private Map<String, Object> answer(String token) throws UnusableDocumentException {
    asked.incrementAndGet();
    if (isDown) {
      throw new UnusableDocumentException(ADDRESS, "status 500");
    }
    if (isSlow) {
      throw new SlowAnswerException(ADDRESS, Duration.ZERO);
    }
    if (token.startsWith("held")) {
      held.add(token);
      awaitRelease();
    }
    String claims = active.get(token);
    String json =
        claims == null ? "{\"active\":false}" : claims.replaceFirst("}$", ",\"active\":true}");
    return StrictJson.parseObject(json.getBytes(UTF_8)).orElseThrow();
  }

  private void awaitRelease() {
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {}
}

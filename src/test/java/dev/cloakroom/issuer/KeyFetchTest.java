package dev.cloakroom.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.issuer.KeyFetch.Fetched;
import dev.cloakroom.testing.Await;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for an issuer's keys, and from where. */
@Tag("J23")
class KeyFetchTest {
  private static final Await SOON = Await.atMost(Duration.ofSeconds(10));
  private static final String JWKS = PartnerKey.jwks(Partner.KEY.jwk());

  private final FakeIssuer issuer = FakeIssuer.start();
  private final FetchThreads threads = new FetchThreads("partner");

  @AfterEach
  void stop() {
    issuer.close();
  }

  private KeyFetch fetch(String... keysAndValues) {
    Map<String, String> settings = Partner.settings(keysAndValues);
    settings.put("issuer", issuer.url());
    return new KeyFetch(Partner.read(settings), threads);
  }

  private KeyFetch fetchJwks() {
    return fetch("jwks-uri", issuer.url() + "/jwks");
  }

  private static void assertFailed(KeyFetch fetch, String problem) {
    assertThatExceptionOfType(UnusableDocumentException.class)
        .isThrownBy(fetch::get)
        .withMessageContaining(problem);
  }

  @Test
  void get_addressOfTheConfiguration_isTheOnlyOneAsked() throws Exception {
    issuer.publish("/jwks", JWKS);

    Fetched fetched = fetchJwks().get();

    assertThat(fetched.keys().keys()).extracting(ForeignKey::kid).containsExactly("k1");
    assertThat(fetched.freshFor()).isEqualTo(Duration.ofMinutes(10));
    assertThat(issuer.asked()).containsExactly("/jwks");
  }

  @Test
  void get_withoutAddress_isDiscovered() throws Exception {
    issuer.discoverable().publish("/jwks", JWKS);

    assertThat(fetch().get().keys().keys()).hasSize(1);
    assertThat(issuer.asked()).containsExactly(FakeIssuer.DISCOVERY, "/jwks");
  }

  @ParameterizedTest
  @Tag("J7")
  @ValueSource(strings = {"%s/", "https://other.test", ""})
  void get_discoveryOfAnotherIssuer_isRefused(String other) {
    issuer.publish("/jwks", JWKS);
    issuer.publish(
        FakeIssuer.DISCOVERY,
        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\"}"
            .formatted(other.formatted(issuer.url()), issuer.url()));

    assertFailed(fetch(), "its issuer is not exactly");
    assertThat(issuer.asked()).containsExactly(FakeIssuer.DISCOVERY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"http://partner.test/jwks\"",
        "\"file:///etc/passwd\"",
        "\"/jwks\"",
        "\"\"",
        "null",
        "1"
      })
  void get_discoveryLeadingToWhatIsNotHttps_isRefused(String jwksUri) {
    issuer.publish(
        FakeIssuer.DISCOVERY,
        "{\"issuer\":\"%s\",\"jwks_uri\":%s}".formatted(issuer.url(), jwksUri));

    assertFailed(fetch(), "its jwks_uri is no https URL");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void get_redirect_isNotFollowed(int status) {
    issuer.publish("/jwks", status, "", "Location: /elsewhere").publish("/elsewhere", JWKS);

    assertFailed(fetchJwks(), "status " + status);
    assertThat(issuer.asked()).containsExactly("/jwks");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 400, 401, 404, 500, 503})
  void get_anotherStatus_isRefused(int status) {
    issuer.publish("/jwks", status, status == 204 ? "" : JWKS);

    assertFailed(fetchJwks(), "status " + status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "<html>",
        "{\"keys\":{}}",
        "{\"keys\":[],\"keys\":[]}",
        "{\"keys\":[]}x",
        "\"keys\"",
        "{}",
        "{\"error\":\"try again\"}",
        "{\"keys\":[]}"
      })
  void get_whatIsNoKeySet_isRefused(String text) {
    issuer.publish("/jwks", text);

    assertThatExceptionOfType(UnusableDocumentException.class).isThrownBy(fetchJwks()::get);
  }

  @Test
  void get_deepDocument_isRefused() throws Exception {
    issuer.publish(
        "/jwks", JWKS.replaceFirst("}$", ",\"x\":") + "[".repeat(15) + "]".repeat(15) + "}");
    fetchJwks().get();

    issuer.publish(
        "/jwks", JWKS.replaceFirst("}$", ",\"x\":") + "[".repeat(16) + "]".repeat(16) + "}");
    assertFailed(fetchJwks(), "no JSON object");
  }

  @Test
  void get_longDocument_isGivenUp() throws Exception {
    issuer.publish("/jwks", JWKS + " ".repeat(BoundedBody.MAX_BYTES - JWKS.length()));
    fetchJwks().get();

    issuer.publish("/jwks", JWKS + " ".repeat(BoundedBody.MAX_BYTES - JWKS.length() + 1));
    assertFailed(fetchJwks(), "longer than");
    issuer.publishEndless("/jwks");
    assertFailed(fetchJwks(), "longer than");
  }

  @Test
  void get_moreKeysThanAnybodyHas_isRefused() throws Exception {
    String key = "{\"kty\":\"none\"},";
    issuer.publish("/jwks", PartnerKey.jwks(key.repeat(99) + Partner.KEY.jwk()));
    assertThat(fetchJwks().get().keys().keys()).hasSize(1);

    issuer.publish("/jwks", PartnerKey.jwks(key.repeat(100) + Partner.KEY.jwk()));
    assertFailed(fetchJwks(), "no JWK set");
  }

  @Test
  void get_nobodyListens_isRefused() {
    KeyFetch fetch = fetchJwks();
    issuer.close();

    assertFailed(fetch, "ConnectException");
  }

  @Test
  void get_interrupted_isGivenUpAtOnce() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      KeyFetch fetch = fetch("jwks-uri", "http://127.0.0.1:" + silent.getLocalPort() + "/jwks");
      Thread.currentThread().interrupt();

      assertFailed(fetch, "since the application ends");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 500})
  void get_onItsThread_leavesNoneBehind(int status) throws Exception {
    issuer.publish("/jwks", status, JWKS, "Location: /elsewhere");
    assertEnds(fetchJwks());
  }

  @Test
  void get_nobodyListening_leavesNoThreadBehind() throws Exception {
    KeyFetch fetch = fetchJwks();
    issuer.close();
    assertEnds(fetch);
  }

  @Test
  void close_whileAnIssuerHangs_leavesNoThreadBehind() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      KeyFetch fetch = fetch("jwks-uri", "http://127.0.0.1:" + silent.getLocalPort() + "/jwks");
      FutureTask<Fetched> work = new FutureTask<>(fetch::get);
      threads.execute(work);
      silent.accept();

      threads.close();

      assertThat(SOON.until(() -> threads.count() == 0)).isTrue();
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(work::get)
          .withMessageContaining("since the application ends");
      assertThatExceptionOfType(RejectedExecutionException.class)
          .isThrownBy(() -> threads.execute(work));
    }
  }

  private void assertEnds(KeyFetch fetch) throws Exception {
    FutureTask<Fetched> work = new FutureTask<>(fetch::get);
    threads.execute(work);

    assertThat(SOON.until(work::isDone)).isTrue();
    assertThat(SOON.until(() -> threads.count() == 0)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "max-age=300,             PT5M",
    "'public, MAX-AGE=\"120\"', PT2M",
    "max-age=1,               PT1M",
    "max-age=86400,           PT1H",
    "max-age=99999999999,     PT1H",
    "s-maxage=60,             PT10M",
    "max-age=x,               PT10M",
    "no-store,                PT1M",
    "'no-cache, max-age=900', PT1M"
  })
  void freshness_isTheIssuersWithinLimits(String cacheControl, Duration freshFor) throws Exception {
    issuer.publish("/jwks", 200, JWKS, "Cache-Control: " + cacheControl);

    assertThat(fetchJwks().get().freshFor()).isEqualTo(freshFor);
  }
}

package dev.cloakroom.it.nodes;

import static dev.cloakroom.it.nodes.GuardedPage.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.cloakroom.it.probe.PemKey;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testing.Await;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers without any key file, which make their keys themselves and replace them, and an
 * application with keys in files. What takes the time of a rotation is tried on one kind of server,
 * and on all three at once; that such keys are good for all is seen on each by {@link NodesIT}.
 */
@Tag("G1")
@Tag("payara-micro")
class SharedKeysIT {
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String OTHER_SECRET = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
  private static final String JWKS = "auth/.well-known/jwks.json";

  private static final Map<String, String> KEYS =
      Map.of(
          "cloakroom.keys.rotate-every", "PT1M",
          "cloakroom.keys.secret", SECRET,
          "cloakroom.access-token.ttl", "PT1M",
          "cloakroom.login.throttle.enabled", "false");

  private static final Await A_ROTATION =
      new Await(Duration.ofSeconds(100), Duration.ofMillis(200));
  private static final Await SOON = new Await(Duration.ofSeconds(40), Duration.ofMillis(500));
  private static final Meanwhile MEANWHILE = new Meanwhile();

  private static TwoServersOnBoth both;
  private static Meanwhile.Begun onRedis;
  private static Meanwhile.Begun onPostgres;
  private static Meanwhile.Begun inFiles;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    both = TwoServersOnBoth.in(folder, KEYS, KEYS);
    Path files = Files.createDirectory(folder.resolve("keys"));
    ProbeClient filed = filed(files);
    onRedis = MEANWHILE.begin(() -> assertRefusesNoTokenInARotation(both.onRedis()));
    onPostgres = MEANWHILE.begin(() -> assertRefusesNoTokenInARotation(both.onPostgres()));
    inFiles = MEANWHILE.begin(() -> assertFollowsTheFiles(filed, files));
  }

  @AfterAll
  static void stop() throws IOException {
    MEANWHILE.close();
    both.close();
  }

  /** On one of the servers, with keys in files. */
  private static ProbeClient filed(Path files) throws Exception {
    PemKey.in(files);
    ServerProcess server = both.servers().server(TwoServers.ONE);
    server.deploy(
        ProbeWar.bare("filed.war")
            .classes(ProbeIdentityStore.class)
            .setting("cloakroom.keys.location", files.toString())
            .setting("cloakroom.path", "/auth")
            .setting("cloakroom.cookie.secure", "auto")
            .archive());
    return ProbeClient.over(server.server()).another("filed/");
  }

  private static SignedJWT issued(ProbeClient at) {
    try {
      return SignedJWT.parse(at.another().login("user-keys").getString("accessToken"));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static String kid(SignedJWT token) {
    return token.getHeader().getKeyID();
  }

  private static JWKSet published(ProbeClient at) throws ParseException {
    return JWKSet.parse(at.get(JWKS).body());
  }

  private static int statusOf(ProbeClient at, SignedJWT token) {
    return status(at.another().bearer(token.serialize()));
  }

  private static void assertAccepted(ProbeClient at, SignedJWT token) throws Exception {
    assertThat(statusOf(at, token)).isEqualTo(200);
    JWK key = published(at).getKeyByKeyId(kid(token));
    assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
  }

  /** The next key is there before it signs; what the last one signed is good after that. */
  private static void assertRefusesNoTokenInARotation(SharedApplication shared) throws Exception {
    SignedJWT[] old = {issued(shared.one())};
    SignedJWT next =
        A_ROTATION.until(
            () -> {
              SignedJWT latest = issued(shared.one());
              assertAccepted(shared.other(), latest);
              old[0] = kid(latest).equals(kid(old[0])) ? latest : old[0];
              return latest;
            },
            latest -> !kid(latest).equals(kid(old[0])));

    assertThat(kid(next)).isNotEqualTo(kid(old[0]));
    assertAccepted(shared.one(), old[0]);
    assertAccepted(shared.other(), old[0]);
    assertThat(published(shared.other()).getKeys())
        .extracting(JWK::getKeyID)
        .contains(kid(old[0]), kid(next));
  }

  private static void assertFollowsTheFiles(ProbeClient client, Path files) throws Exception {
    SignedJWT first = issued(client);
    String jwk = new ECKeyGenerator(Curve.P_256).keyID("next").generate().toJSONString();
    Files.writeString(files.resolve("a-new.jwk"), jwk);
    SignedJWT next = SOON.until(() -> issued(client), latest -> kid(latest).equals("next"));

    assertThat(kid(next)).isEqualTo("next");
    assertAccepted(client, first);
    assertAccepted(client, next);
    Files.delete(files.resolve("key.pem"));
    assertThat(SOON.until(() -> statusOf(client, first), status -> status == 401)).isEqualTo(401);
    assertAccepted(client, next);
  }

  /** What holds on each store. */
  abstract static class Contract {
    abstract SharedApplication shared();

    abstract Meanwhile.Begun rotation();

    @Test
    void tokenOfOneServer_isAcceptedAtTheOther_andByWhoReadsTheirKeys() throws Exception {
      SignedJWT token = issued(shared().one());

      assertAccepted(shared().one(), token);
      assertAccepted(shared().other(), token);
      assertAccepted(shared().one(), issued(shared().other()));
      assertThat(shared().one().get(JWKS).body()).doesNotContain("\"d\"");
    }

    @Test
    void rotation_refusesNoToken_andPublishesBothKeys() throws Exception {
      rotation().assertEndsWell();
    }

    /** Whoever keeps the keys asks again before the next one signs. */
    @Test
    void publishedKeys_mayBeKeptForLessThanTheNextIsKnownBefore() {
      HttpResponse<String> answer = shared().one().get(JWKS);

      assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=7");
    }
  }

  @Nested
  class OnRedis extends Contract {
    @Override
    SharedApplication shared() {
      return both.onRedis();
    }

    @Override
    Meanwhile.Begun rotation() {
      return onRedis;
    }

    @Test
    void serverWithAnotherSecret_doesNotStart_andSaysWhy() throws Exception {
      ServerProcess server = both.servers().server(TwoServers.ONE);
      ProbeWar stranger =
          ProbeWar.bare("stranger.war")
              .setting("cloakroom.keys.rotate-every", "PT1M")
              .setting("cloakroom.access-token.ttl", "PT1M")
              .setting("cloakroom.keys.secret", OTHER_SECRET);
      shared().backEnd().addTo(stranger);
      server.deploy(stranger.archive());

      assertThat(
              ProbeClient.over(server.server()).get("stranger/.well-known/jwks.json").statusCode())
          .isEqualTo(404);
      assertThat(server.log().textWith("cannot be opened"))
          .contains("Cloakroom does not start: the signing keys that the store has")
          .contains("All servers need the same cloakroom.keys.secret");
    }
  }

  @Nested
  class OnPostgres extends Contract {
    @Override
    SharedApplication shared() {
      return both.onPostgres();
    }

    @Override
    Meanwhile.Begun rotation() {
      return onPostgres;
    }
  }

  @Test
  void keysInFiles_areReplacedWithoutARestart_andOneTakenAwayEndsItsTokens() throws Exception {
    inFiles.assertEndsWell();
  }
}

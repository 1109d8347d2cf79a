package dev.cloakroom.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndToEndBenchmarkTest {

  private static final BenchmarkCase CASE =
      new BenchmarkCase(
          "bearer", URI.create("http://127.0.0.1/"), Map.of("Authorization", "Bearer s3cret"));

  @Test
  void rate_reportOfWrk_isRead() throws Exception {
    assertThat(WrkLoad.rate(CASE, "  5 requests in 1s\nRequests/sec:   7312.55\nTransfer/sec: 1MB"))
        .isEqualTo(7312.55);
  }

  @Test
  void rate_refusedRequests_failsWithoutTheCredential() {
    assertThatIOException()
        .isThrownBy(
            () -> WrkLoad.rate(CASE, "  Non-2xx or 3xx responses: 7\nRequests/sec:   99.00"))
        .withMessageContaining("Non-2xx or 3xx responses: 7")
        .withMessageContaining("bearer")
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("s3cret"));
  }

  @Test
  void token_signed_isVerifiedByThePublicKey() throws Exception {
    Rs256Signer signer = new Rs256Signer(Clock.systemUTC());
    String token = signer.token();
    int end = token.lastIndexOf('.');
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(
                new X509EncodedKeySpec(Base64.getDecoder().decode(signer.publicKey()))));
    signature.update(token.substring(0, end).getBytes(US_ASCII));

    assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)))).isTrue();
  }

  @Test
  void store_packed_isTheDemoWithItsDriverAndDataSource(@TempDir Path folder) throws Exception {
    StoreWars wars = new StoreWars(ComparisonWar.floor(folder), folder);
    try (ZipFile war = new ZipFile(wars.postgres(5432).toFile())) {
      assertThat(war.stream().map(ZipEntry::getName))
          .contains("WEB-INF/classes/dev/cloakroom/demo/CallerResource.class")
          .anyMatch(name -> name.startsWith("WEB-INF/lib/postgresql-"));
      String descriptor = new String(bytes(war, "WEB-INF/web.xml"), US_ASCII);
      assertThat(descriptor).contains(StoreWars.DATA_SOURCE, "<port-number>5432<");
    }
    try (ZipFile war = new ZipFile(wars.redis().toFile())) {
      assertThat(war.stream().map(ZipEntry::getName))
          .anyMatch(name -> name.startsWith("WEB-INF/lib/jedis-"));
    }
  }

  private static byte[] bytes(ZipFile war, String name) throws IOException {
    try (InputStream content = war.getInputStream(war.getEntry(name))) {
      return content.readAllBytes();
    }
  }

  @Test
  void floor_packed_holdsTheDemosResourceAndNoLibrary(@TempDir Path folder) throws Exception {
    try (ZipFile war = new ZipFile(ComparisonWar.floor(folder).toFile())) {
      assertThat(war.stream().map(ZipEntry::getName))
          .contains("WEB-INF/classes/dev/cloakroom/demo/CallerResource.class")
          .contains("WEB-INF/classes/dev/cloakroom/endtoend/floor/FloorMechanism.class")
          .noneMatch(name -> name.endsWith(".jar"));
    }
  }
}

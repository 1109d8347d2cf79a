package dev.cloakroom.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cloakroom.token.StrictJson;

/** Whatever an issuer publishes in the place of its keys: keys that can be used, or none. */
class KeySetFuzz {
  private static final KeyReader READER =
      new KeyReader(Partner.read(Partner.settings("algorithms", "RS256, PS256, ES256, EdDSA")));

  @FuzzTest(maxDuration = "10m")
  void read(byte[] document) {
    StrictJson.parseObject(document)
        .flatMap(READER::read)
        .ifPresent(
            keys ->
                assertThat(keys.keys())
                    .allMatch(key -> !key.algorithm().verify(key.publicKey(), document, document)));
  }
}

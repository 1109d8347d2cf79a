package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.SignatureAlgorithm;
import dev.cloakroom.token.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of <a href="https://www.rfc-editor.org/rfc/rfc7520#section-4">RFC 7520 §4</a> and <a
 * href="https://www.rfc-editor.org/rfc/rfc8037#appendix-A.4">RFC 8037 A.4</a> that are signed by a
 * private key.
 */
class RFC7520Section4Test {
  private static final KeyReader READER =
      new KeyReader(Partner.read(Partner.settings("algorithms", "RS256, PS384, ES512, EdDSA")));

  private record Example(
      String where, SignatureAlgorithm algorithm, Map<String, Object> jwk, String token) {

    static Example of(String line) {
      String[] parts = line.split("\\|", -1);
      return new Example(
          parts[0],
          SignatureAlgorithm.named(parts[1]).orElseThrow(),
          StrictJson.parseObject(parts[2].getBytes(UTF_8)).orElseThrow(),
          parts[3]);
    }

    byte[] message() {
      return token.substring(0, token.lastIndexOf('.')).getBytes(US_ASCII);
    }

    byte[] signature() {
      return Base64Url.decode(token.substring(token.lastIndexOf('.') + 1)).orElseThrow();
    }

    ForeignKey key() {
      // RFC 7520 uses one RSA key for two algorithms, and names neither in it
      KeySet keys =
          new KeyReader(Partner.read(Partner.settings("algorithms", nameOf(algorithm))))
              .read(jwk)
              .orElseThrow();
      return keys.keys().get(0);
    }

    private static String nameOf(SignatureAlgorithm algorithm) {
      return algorithm == SignatureAlgorithm.ED25519 ? "EdDSA" : algorithm.name();
    }

    @Override
    public String toString() {
      return where;
    }
  }

  static Stream<Example> examples() throws IOException {
    try (InputStream in = RFC7520Section4Test.class.getResourceAsStream("jose-examples.txt")) {
      List<String> lines =
          new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).lines().toList();
      return lines.stream().filter(line -> !line.startsWith("#")).map(Example::of);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void verify_example_isGenuine(Example example) {
    ForeignKey key = example.key();

    assertThat(key.algorithm()).isEqualTo(example.algorithm());
    assertThat(key.algorithm().verify(key.publicKey(), example.message(), example.signature()))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void verify_exampleWithOneBitChanged_isNot(Example example) {
    ForeignKey key = example.key();
    byte[] message = example.message();
    message[message.length / 2] ^= 1;
    byte[] signature = example.signature();
    signature[signature.length / 2] ^= 1;

    assertThat(key.algorithm().verify(key.publicKey(), message, example.signature())).isFalse();
    assertThat(key.algorithm().verify(key.publicKey(), example.message(), signature)).isFalse();
    assertThat(key.algorithm().verify(key.publicKey(), example.message(), new byte[0])).isFalse();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void read_example_isForTheFirstAlgorithmThatFits(Example example) {
    assertThat(READER.read(example.jwk()).orElseThrow().keys())
        .singleElement()
        .satisfies(key -> assertThat(key.algorithm().fits(key.publicKey())).isTrue());
  }
}

package dev.cloakroom.mpjwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.mechanism.NamedCaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** MicroProfile JWT 2.1, section 9.2: the caller is the token. */
class TokenCallersTest {
  private final ShownToken token = ShownToken.of("{\"sub\":\"4711\",\"tier\":\"gold\"}");

  private static NamedCaller caller(ShownToken token) {
    return TokenCallers.form().of("alice", token);
  }

  @Test
  void callerWithAToken_isIt() {
    assertThat(caller(token))
        .isInstanceOfSatisfying(
            JsonWebToken.class,
            seen -> {
              assertThat(seen.getName()).isEqualTo("alice");
              assertThat(seen.getSubject()).isEqualTo("4711");
              assertThat(seen.getGroups()).isEqualTo(Set.of("user"));
              assertThat(seen.getClaimNames()).contains("tier");
            });
  }

  @Test
  void callerWithoutOne_isAName() {
    assertThat(TokenCallers.form().of("alice", null))
        .isNotInstanceOf(JsonWebToken.class)
        .isEqualTo(new NamedCaller("alice"));
  }

  @Test
  void callers_areEqualByNameAndToken() {
    assertThat(caller(token))
        .isEqualTo(caller(token))
        .hasSameHashCodeAs(caller(token))
        .isNotEqualTo(new NamedCaller("alice"))
        .isNotEqualTo(TokenCallers.form().of("bob", token));
    assertThat(new NamedCaller("alice")).isNotEqualTo(caller(token));
  }

  /** It is a credential. */
  @Test
  void token_isNotWrittenWithItsCaller() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(caller(token));
    }
    assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("a.b.c");
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      JsonWebToken read = (JsonWebToken) in.readObject();
      assertThat(read.getName()).isEqualTo("alice");
      assertThat(read.getClaimNames()).isNull();
      assertThat(read.getRawToken()).isNull();
    }
    assertThat(caller(token)).hasToString("alice");
  }
}

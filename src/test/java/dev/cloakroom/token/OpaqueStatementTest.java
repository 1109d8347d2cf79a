package dev.cloakroom.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpaqueStatementTest {
  private static final Instant NOON = Instant.parse("2100-01-01T12:00:00Z");
  private final MacKey key = new MacKey(new RandomIds().salt(32));

  private static List<String> methods(int many) {
    return IntStream.range(0, many).mapToObj(each -> "m".repeat(30) + (10 + each)).toList();
  }

  /** 16 of elevations and some of the login, each as long as may be, and every level. */
  @Test
  void longestStatement_fitsIntoATokenThatIsRead() {
    Authentication most =
        new Authentication(
            NOON,
            methods(20),
            IntStream.rangeClosed(1, 9)
                .boxed()
                .collect(Collectors.toMap(Function.identity(), level -> NOON)));
    String stated = OpaqueStatement.of(most);
    OpaqueToken token = OpaqueToken.of(key, "A".repeat(22), NOON, stated);

    assertThat(OpaqueToken.parse(new RawToken(token.text()))).contains(token);
    assertThat(OpaqueStatement.read(stated)).isEqualTo(most);
  }
}

package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cloakroom.testing.OtherLibraries;
import dev.cloakroom.testing.ReadToken;
import java.util.List;

/**
 * Whatever another issuer signs: an answer, and no more permissive one than other libraries give.
 * An input is a header and claims, with a line break between.
 */
class SignedTokenFuzz {
  private static final PartnerKey KEY = PartnerKey.of("k1", "ES256");
  private static final Partner PARTNER = new Partner();
  private static final String JWKS = PartnerKey.jwks(KEY.jwk());
  private static final ForeignTokens OURS = PARTNER.tokens(JWKS);
  private static final OtherLibraries OTHERS =
      new OtherLibraries(Partner.ISSUER, JWKS, List.of("ES256"), PARTNER.clock());

  @FuzzTest(maxDuration = "10m")
  void lookUp(byte[] content) {
    String text = new String(content, UTF_8);
    int end = Math.max(text.indexOf('\n'), 0);
    String token = KEY.sign(text.substring(0, end), text.substring(end));

    if (OURS.lookUp(token) instanceof ForeignToken) {
      assertThat(OTHERS.refusalByJose4j(token)).isEmpty();
      assertThat(OTHERS.refusalByNimbus(token).isEmpty() || isLaxer(token)).isTrue();
    }
  }

  private static boolean isLaxer(String token) {
    return !Laxer.reasons(ReadToken.of(token, PARTNER.clock().instant())).isEmpty();
  }
}

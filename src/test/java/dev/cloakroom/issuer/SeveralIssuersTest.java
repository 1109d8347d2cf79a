package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No issuer speaks for another one's callers. */
@Tag("J19")
class SeveralIssuersTest {
  private static final String OTHER = "https://other.test";
  private static final PartnerKey OTHERS_KEY = PartnerKey.of("next", "RS256");

  private final Partner partner = new Partner();

  /** One whose callers are apart, and another one as these settings say. */
  private ForeignTokens open(String callers) {
    Map<String, String> values = new HashMap<>();
    put(values, "partner", Partner.ISSUER, KEY, "apart");
    put(values, "other", OTHER, OTHERS_KEY, callers);
    return ForeignTokens.open(
        SettingsReader.read(SettingsSource.of("test", values)).settings().issuers(),
        getClass().getClassLoader(),
        partner.clock(),
        1_000_000);
  }

  private static void put(
      Map<String, String> values, String name, String issuer, PartnerKey key, String callers) {
    String start = "cloakroom.issuers." + name + ".";
    values.put(start + "issuer", issuer);
    values.put(start + "audience", "shop");
    values.put(start + "public-key", PartnerKey.jwks(key.jwk()));
    values.put(start + "callers", callers);
  }

  private String ofOther(String subject) {
    return OTHERS_KEY.sign(
        partner
            .claimsWith("sub", '"' + subject + '"')
            .replace('"' + Partner.ISSUER + '"', '"' + OTHER + '"'));
  }

  private String ofPartner(String subject) {
    return KEY.sign(partner.claimsWith("sub", '"' + subject + '"'));
  }

  @Test
  void lookUp_sharedIssuerThatNamesACallerOfAnother_isRefused() {
    ForeignTokens tokens = open("shared");

    refused(tokens.lookUp(ofOther("partner:alice")));
    refused(tokens.lookUp(ofOther("pártner:alice")));
    refused(tokens.lookUp(ofOther("partner :alice")));
    assertThat(accepted(tokens.lookUp(ofOther("alice"))).callerName()).isEqualTo("alice");
    assertThat(accepted(tokens.lookUp(ofOther("álice:"))).callerName()).isEqualTo("álice:");
    assertThat(accepted(tokens.lookUp(ofPartner("alice"))).callerName()).isEqualTo("partner:alice");
  }

  @Test
  void lookUp_nameWithAColonOfAnIssuerApart_isItsOwn() {
    ForeignTokens tokens = open("apart");

    assertThat(accepted(tokens.lookUp(ofOther("partner:alice"))).callerName())
        .isEqualTo("other:partner:alice");
    assertThat(accepted(tokens.lookUp(ofPartner("partner:alice"))).callerName())
        .isEqualTo("partner:partner:alice");
  }

  @Test
  @Tag("J7")
  void lookUp_tokenByAnothersKey_isRefused() {
    ForeignTokens tokens = open("apart");

    refused(tokens.lookUp(OTHERS_KEY.sign(partner.claims())));
    accepted(tokens.lookUp(KEY.sign(partner.claims())));
  }
}

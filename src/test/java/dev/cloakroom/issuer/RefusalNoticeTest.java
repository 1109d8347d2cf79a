package dev.cloakroom.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.LogLines;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever runs the application hears of tokens that are refused by a setting. */
class RefusalNoticeTest {
  private final Partner partner = new Partner();

  private List<String> heard(Runnable use) {
    try (LogLines log = LogLines.of("dev.cloakroom.issuer")) {
      use.run();
      return log.lines().stream().filter(line -> line.startsWith("A token ")).toList();
    }
  }

  private String told(String claims, String... settings) {
    ForeignTokens tokens = partner.tokensOfItsKey(settings);
    List<String> lines = heard(() -> tokens.find(Partner.KEY.sign(claims)));
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  @Test
  void tokenForOthers_isToldByItsAudience_andByWhatIsTaken() {
    assertThat(told(partner.claimsWith("aud", "[\"account\"]"), "audience", "shop-api"))
        .isEqualTo(
            "A token of the issuer partner is refused: its aud is [account], and what is taken is"
                + " shop-api. This is said once a minute.");
  }

  @Test
  void tokenOfAnAlgorithmOrTypeThatIsNotTaken_isToldByIt() {
    ForeignTokens tokens = partner.tokensOfItsKey();
    String other = PartnerKey.of("k1", "RS384").sign(partner.claims());

    assertThat(heard(() -> tokens.find(other)))
        .singleElement()
        .asString()
        .contains("its alg is RS384, and what is taken is RS256");
    assertThat(told(partner.claims(), "typ", "at+jwt")).contains("its typ is JWT", "at+jwt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"crit\":[]", "\"cty\":\"JWT\"", "\"kid\":\"\"", "\"x5c\":\"MII\"", "\"enc\":1"})
  void tokenWithSomethingElseInItsHeader_isNotToldByItsType(String member) {
    ForeignTokens tokens = partner.tokensOfItsKey();
    String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\"," + member + "}";

    assertThat(heard(() -> tokens.find(Partner.KEY.sign(header, partner.claims()))))
        .singleElement()
        .asString()
        .contains("its header has something", member.split("\"", -1)[1])
        .doesNotContain("its typ is");
  }

  @Test
  void tokenWithoutWhatItMustHave_isToldByThat() {
    assertThat(told(partner.claimsWithout("iat"))).contains("it has no iat");
    assertThat(told(partner.claimsPlus("\"nonce\":\"n\""))).contains("it is no access token");
  }

  @Test
  void tokenByAKeyThatIsNotThere_isToldByItsId() {
    ForeignTokens tokens = partner.tokensOfItsKey();
    String other = PartnerKey.of("k2", "RS256").sign(partner.claims());

    assertThat(heard(() -> tokens.find(other)))
        .singleElement()
        .asString()
        .contains("the issuer has no key for its kid, k2, and its alg, RS256");
  }

  /** Anybody can send them, with whatever text in them. */
  @Test
  void manyTokens_areToldOnceAMinute_inALineOfText() {
    ForeignTokens tokens = partner.tokensOfItsKey();
    String hostile = PartnerKey.of("\\n".repeat(100), "RS256").sign(partner.claims());
    Runnable thousand =
        () -> {
          for (int one = 0; one < 1_000; one++) {
            tokens.find(hostile);
          }
        };

    assertThat(heard(thousand)).singleElement().asString().doesNotContain("\n");
    partner.clock().advance(Duration.ofMinutes(1));
    assertThat(heard(thousand)).hasSize(1);
  }

  @Test
  void genuineToken_isNotTalkedOf() {
    ForeignTokens tokens = partner.tokensOfItsKey();

    assertThat(heard(() -> tokens.find(Partner.KEY.sign(partner.claims())))).isEmpty();
  }
}

package dev.cloakroom.token;

import static dev.cloakroom.token.TokenForge.ALICE;
import static dev.cloakroom.token.TokenForge.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.cloakroom.crypto.RandomIds;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenIssuerTest {
  private final TokenForge forge = new TokenForge();
  private final AccessTokenIssuer issuer = forge.issuer();

  @Test
  @Tag("J10")
  void issue_header_saysThatItIsAnAccessToken() throws Exception {
    assertThat(SignedJWT.parse(forge.genuine()).getHeader().getType()).hasToString("at+jwt");
  }

  @Test
  @Tag("J9")
  @Tag("J11")
  void issue_claims_areThoseOfRfc9068AndOurs() throws Exception {
    IssuedToken token = issuer.issue(ALICE);
    JWTClaimsSet claims = SignedJWT.parse(token.text()).getJWTClaimsSet();

    assertThat(claims.getClaims().keySet())
        .containsExactlyInAnyOrder(
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "jti",
            "client_id",
            "sid",
            "auth_time",
            "amr",
            "acr",
            "upn",
            "groups");
    assertThat(claims.getIssuer()).isEqualTo("https://shop.test");
    assertThat(claims.getSubject()).isEqualTo("alice").isEqualTo(claims.getStringClaim("upn"));
    assertThat(claims.getAudience()).containsExactly("shop");
    assertThat(claims.getStringClaim("client_id")).isEqualTo("shop");
    assertThat(claims.getExpirationTime()).isEqualTo(Date.from(token.expiresAt()));
    assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
    assertThat(claims.getStringClaim("sid")).isEqualTo("sid-1");
    assertThat(claims.getLongClaim("auth_time")).isEqualTo(NOW.getEpochSecond());
    assertThat(claims.getStringListClaim("groups")).containsExactly("user");
    assertThat(claims.getStringListClaim("amr")).containsExactly("pwd");
    assertThat(claims.getStringClaim("acr")).isEqualTo("1");
    assertThat(claims.getJWTID()).hasSize(22);
  }

  @Test
  void issue_verified_givesBackWhatWentIn() {
    Set<String> groups = new LinkedHashSet<>(List.of("user", "admin", "a group"));
    AccessTokenClaims claims =
        new AccessTokenClaims(
            "alice", groups, "sid-9", new Authentication(NOW.minusSeconds(7), List.of()));

    VerifiedToken token = verified(issuer.issue(claims));
    assertThat(token.callerName()).isEqualTo("alice").isEqualTo(token.subject());
    assertThat(token.groups()).containsExactlyElementsOf(groups);
    assertThat(token.sessionId()).isEqualTo("sid-9");
    assertThat(token.authenticatedAt()).isEqualTo(NOW.minusSeconds(7));
    assertThat(token.amr()).isEmpty();
    assertThat(token.issuer()).isEqualTo("https://shop.test");
    assertThat(token.audience()).containsExactly("shop");
    assertThat(token.issuedAt()).isEqualTo(NOW);
    assertThat(token.claims()).containsEntry("jti", token.tokenId()).containsKey("exp");
  }

  @ParameterizedTest
  @Tag("P11")
  @ValueSource(
      strings = {
        "a\"b",
        "a\\b",
        "a\nb\u0000\u001f",
        "</script>",
        "ÄA\u030a",
        "\u2028\u2029",
        "😀",
        "\",\"groups\":[\"admin\"],\"x\":\"",
        " alice ",
        "ＡＬＩＣＥ",
        "\uFEFF",
        "\u007f"
      })
  void issue_anyName_comesBackAsItWas(String name) {
    AccessTokenClaims claims =
        new AccessTokenClaims(name, Set.of(name), "sid-1", ALICE.authentication());

    VerifiedToken token = verified(issuer.issue(claims));
    assertThat(token.callerName()).isEqualTo(name);
    assertThat(token.subject()).isEqualTo(name);
    assertThat(token.groups()).containsExactly(name);
  }

  @ParameterizedTest
  @Tag("J16")
  @ValueSource(strings = {"", "\uD800", "a\uDC00"})
  void claims_textThatNoTokenCanCarry_isRefused(String name) {
    assertThatThrownBy(() -> new AccessTokenClaims(name, Set.of(), "s", ALICE.authentication()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AccessTokenClaims("a", Set.of(name), "s", ALICE.authentication()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("J24")
  void issue_lifetime_isTheTtlLessUpToFivePercent() {
    List<IssuedToken> tokens = Stream.generate(() -> issuer.issue(ALICE)).limit(300).toList();

    assertThat(tokens)
        .allSatisfy(
            token -> {
              assertThat(token.expiresIn()).isBetween(seconds(285), seconds(300));
              assertThat(token.expiresAt()).isEqualTo(NOW.plus(token.expiresIn()));
            });
    assertThat(tokens.stream().map(IssuedToken::expiresIn).distinct().count()).isGreaterThan(10);
  }

  @Test
  @Tag("J11")
  void issue_manyTimes_givesEachTokenAnIdOfItsOwn() {
    assertThat(Stream.generate(() -> verified(issuer.issue(ALICE)).tokenId()).limit(50))
        .doesNotHaveDuplicates();
  }

  @Test
  void issue_moreGroupsThanATokenHolds_saysSo() {
    assertThat(issuer.issue(withGroups(200)).text()).hasSizeLessThan(CompactToken.MAX_LENGTH);
    assertThatThrownBy(() -> issuer.issue(withGroups(1000)))
        .isInstanceOf(OversizedTokenException.class)
        .hasMessageContaining("at most 8192")
        .hasMessageContaining("fewer groups");
  }

  @Test
  @Tag("J24")
  void policy_ttlOutOfRange_isRefused() {
    assertThat(policy(seconds(3600), seconds(0)).ttl()).isEqualTo(Duration.ofHours(1));
    assertThat(policy(seconds(1), seconds(0)).ttl()).isEqualTo(seconds(1));
    assertThatThrownBy(() -> policy(seconds(3601), seconds(0)))
        .hasMessageContaining("PT1S to PT1H, not PT1H1S");
    assertThatThrownBy(() -> policy(Duration.ZERO, seconds(0))).hasMessageContaining("PT0S");
  }

  @Test
  @Tag("J6")
  void policy_skewOutOfRange_isRefused() {
    assertThat(policy(seconds(60), seconds(600)).clockSkew()).isEqualTo(seconds(600));
    assertThatThrownBy(() -> policy(seconds(60), seconds(601))).hasMessageContaining("PT10M1S");
    assertThatThrownBy(() -> policy(seconds(60), seconds(-1))).hasMessageContaining("PT-1S");
  }

  @Test
  void policy_blankName_isRefused() {
    assertThatThrownBy(() -> new AccessTokenPolicy(" ", "shop", seconds(60), seconds(0)))
        .hasMessageContaining("issuer");
    assertThatThrownBy(() -> new AccessTokenPolicy("us", "", seconds(60), seconds(0)))
        .hasMessageContaining("audience");
  }

  @Test
  void issue_shortestTtl_stillLasts() {
    AccessTokenIssuer brief =
        new AccessTokenIssuer(
            forge.keys(),
            policy(seconds(1), seconds(0)),
            TokenForge.at(NOW.plusMillis(999)),
            new RandomIds());

    assertThat(brief.issue(ALICE).expiresIn()).isEqualTo(seconds(1));
    assertThat(brief.issue(ALICE).expiresAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  @Tag("G5")
  void toString_ofAnyToken_doesNotShowIt() {
    IssuedToken token = issuer.issue(ALICE);
    String signature = token.text().substring(token.text().lastIndexOf('.') + 1);

    assertThat(token + " " + new RawToken(token.text()) + " " + verified(token))
        .doesNotContain(signature)
        .doesNotContain(token.text())
        .doesNotContain(token.text().substring(0, 10));
  }

  private VerifiedToken verified(IssuedToken token) {
    return (VerifiedToken) forge.verifier().verify(new RawToken(token.text()));
  }

  private static AccessTokenClaims withGroups(int count) {
    Set<String> groups =
        IntStream.range(0, count).mapToObj(i -> "group-" + i).collect(Collectors.toSet());
    return new AccessTokenClaims("alice", groups, "sid-1", ALICE.authentication());
  }

  private static AccessTokenPolicy policy(Duration ttl, Duration skew) {
    return new AccessTokenPolicy("us", "shop", ttl, skew);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}

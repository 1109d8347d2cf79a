package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a token is about, by the settings. */
@Tag("J19")
class ForeignCallerTest {
  private final Partner partner = new Partner();

  private ForeignToken caller(String claims, String... settings) {
    return accepted(partner.tokensOfItsKey(settings).lookUp(KEY.sign(claims)));
  }

  @Test
  void callerName_unlessSaid_isTheSubjectApartFromOurs() {
    ForeignToken token = caller(partner.claimsWith("sub", "\"alice\""));

    assertThat(token.subject()).isEqualTo("alice");
    assertThat(token.callerName()).isEqualTo("partner:alice");
  }

  @Test
  void callerName_ofAnotherClaim_isApartToo() {
    ForeignToken token = caller(partner.claims(), "caller-claim", "preferred_username");

    assertThat(token.subject()).isEqualTo("f81d4fae");
    assertThat(token.callerName()).isEqualTo("partner:alice");
  }

  @Test
  void callerName_shared_isAsTheIssuerSays() {
    assertThat(
            caller(partner.claims(), "caller-claim", "preferred_username", "callers", "shared")
                .callerName())
        .isEqualTo("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\" \"", "null", "1", "[\"alice\"]", "{}"})
  @Tag("J12")
  void callerName_thatIsNone_isRefused(String name) {
    ForeignTokens tokens = partner.tokensOfItsKey("caller-claim", "preferred_username");

    refused(tokens.lookUp(KEY.sign(partner.claimsWith("preferred_username", name))));
    refused(tokens.lookUp(KEY.sign(partner.claimsWithout("preferred_username"))));
    accepted(tokens.lookUp(KEY.sign(partner.claims())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " alice",
        "alice ",
        "alice\\u2003",
        "alice\\n",
        "al\\u0000ice",
        "al\\nice",
        "al\\u2028ice",
        "\\u001b[2J",
        "al\\u200bice",
        "al\\u200dice",
        "\\u202ealice",
        "al\\u00adice",
        "al\\ue000ice",
        "al\\u0378ice",
        "al\\u3164ice",
        "al\\udb40\\udc61ice"
      })
  void callerName_thatCannotBeTold_isRefused(String name) {
    refused(partner.tokensOfItsKey().lookUp(KEY.sign(partner.claimsWith("sub", '"' + name + '"'))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"alice smith", "Åsa", "auth0|5f7c", "alice@partner.test", "李", "علی", "🦊"})
  void callerName_thatCan_isTaken(String name) {
    assertThat(caller(partner.claimsWith("sub", '"' + name + '"')).callerName())
        .isEqualTo("partner:" + name);
  }

  @Test
  void callerName_longerThan255WithItsPrefix_isRefused() {
    String longest = "a".repeat(255 - "partner:".length());

    assertThat(caller(partner.claimsWith("sub", '"' + longest + '"')).callerName()).hasSize(255);
    refused(
        partner
            .tokensOfItsKey()
            .lookUp(KEY.sign(partner.claimsWith("sub", "\"a" + longest + '"'))));
  }

  @Test
  void isForeignName_nameApart_isNobodyOfOurs() {
    ForeignTokens apart = partner.tokensOfItsKey();

    assertThat(apart.isForeignName("partner:alice")).isTrue();
    assertThat(apart.isForeignName("partner:")).isTrue();
    for (String asADatabaseHasIt :
        List.of(
            "PARTNER:alice",
            " partner:alice",
            "ｐartner：alice",
            "pártner:alice",
            "part\u00ADner:alice",
            "partner :alice")) {
      assertThat(apart.isForeignName(asADatabaseHasIt)).as(asADatabaseHasIt).isTrue();
    }
    assertThat(apart.isForeignName("alice")).isFalse();
    assertThat(apart.isForeignName("partner")).isFalse();
    assertThat(apart.isForeignName("other:alice")).isFalse();
    assertThat(apart.isForeignName("álice")).isFalse();
    assertThat(partner.tokensOfItsKey("callers", "shared").isForeignName("partner:alice"))
        .isFalse();
  }

  @Test
  void groups_ofAPath_areFound() {
    assertThat(caller(partner.claims(), "groups-claim", "realm_access/roles").groups())
        .containsExactly("user", "editor");
  }

  @Test
  void groups_ofSeveralClaims_areAllOfThem() {
    assertThat(
            caller(partner.claims(), "groups-claim", "groups, realm_access/roles, nowhere")
                .groups())
        .containsExactly("user", "staff", "editor");
  }

  @Test
  void groups_ofAScope_areItsWords() {
    assertThat(caller(partner.claims(), "groups-claim", "scope").groups())
        .containsExactly("openid", "mail");
    assertThat(caller(partner.claimsWith("scope", "\"\""), "groups-claim", "scope").groups())
        .isEmpty();
  }

  @Test
  void groups_ofOneText_areOne() {
    assertThat(caller(partner.claimsWith("groups", "\"Domain Users\"")).groups())
        .containsExactly("Domain Users");
  }

  /** Auth0 has claims whose names are URLs. */
  @Test
  void groups_ofAClaimNamedByAUrl_areFound() {
    assertThat(
            caller(
                    partner.claimsPlus("\"https://partner.test/roles\":[\"boss\"]"),
                    "groups-claim",
                    "https://partner.test/roles")
                .groups())
        .containsExactly("boss");
  }

  @Test
  void groups_thatAreMapped_haveOurNames() {
    assertThat(
            caller(partner.claims(), "groups-map", "staff = admin, staff=auditor, nobody=root")
                .groups())
        .containsExactlyInAnyOrder("user", "admin", "auditor");
  }

  @Test
  void groups_ofAnEmptyText_areNone() {
    assertThat(caller(partner.claimsWith("groups", "\"\"")).groups()).isEmpty();
    assertThat(caller(partner.claimsWith("groups", "\" \"")).groups()).isEmpty();
  }

  @Test
  void groups_missing_areNone() {
    assertThat(caller(partner.claimsWithout("groups")).groups()).isEmpty();
    assertThat(caller(partner.claims(), "groups-claim", "sub/roles").groups()).isEmpty();
  }
}

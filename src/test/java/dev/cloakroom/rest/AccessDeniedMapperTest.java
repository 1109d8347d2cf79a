package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.access.AccessRule;
import dev.cloakroom.access.AccessRules;
import dev.cloakroom.access.RuleSearch;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.RequestBy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccessDeniedMapperTest {
  private final AccessRules rules =
      new AccessRules(RuleSearch.WITH_INHERITED, AccessRule.EVERYBODY);

  @Test
  @Tag("B4")
  void refusal_ofACaller_is403() {
    assertThat(AccessDeniedMapper.refusal(RequestBy.caller("alice")).status()).isEqualTo(403);
  }

  @Test
  @Tag("B4")
  void refusal_ofAnAnonymousCaller_isTheChallengeForWhatTheMechanismSaw() {
    FakeRequest request = FakeRequest.get("/page");
    Answer bare = AccessDeniedMapper.refusal(RequestBy.nobody(request));
    request.setAttribute(Refusal.ATTRIBUTE, Refusal.bearer(Reason.TOKEN_EXPIRED));
    Answer expired = AccessDeniedMapper.refusal(RequestBy.nobody(request));

    assertThat(bare.status()).isEqualTo(401);
    assertThat(bare.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"cloakroom\"");
    assertThat(expired.status()).isEqualTo(401);
    assertThat(expired.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
  }

  @Test
  void feature_whereThereAreEnterpriseBeans_answersTheirRefusalsToo() {
    FakeFeatureContext server = new FakeFeatureContext();

    AccessFeature.register(new GuardedResources(rules, ContainersCaller.ALLOWED), server.context());

    assertThat(server.registered())
        .hasAtLeastOneElementOfType(LocatorGate.class)
        .hasAtLeastOneElementOfType(LowerLocatorGate.class)
        .contains(AccessDeniedMapper.class, StoreUnavailableMapper.class, EjbAccessMapper.class);
  }
}

package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.access.AccessRule;
import dev.cloakroom.access.AccessRules;
import dev.cloakroom.access.RuleSearch;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.RequestBy;
import dev.cloakroom.web.DeniedCall;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccessDeniedMapperTest {
  private final AccessRules rules =
      new AccessRules(RuleSearch.WITH_INHERITED, AccessRule.EVERYBODY);

  private static Answer refusal(HttpServletRequest request) {
    return DeniedCall.refusal(new AccessDeniedException("Vault.open"), request).answer();
  }

  @Test
  void refusal_ofACallerWhoMustProveMore_isTheirChallenge() {
    AccessDeniedException denied =
        AccessDeniedException.stepUp("Vault.open", 2, Duration.ofMinutes(10));

    Answer answer = DeniedCall.refusal(denied, RequestBy.caller("alice")).answer();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .contains("error=\"insufficient_user_authentication\"")
        .contains("acr_values=\"2\", max_age=\"600\"");
    assertThat(answer.body()).contains("\"reason\":\"step-up-required\"");
  }

  @Test
  void refusal_ofALoginThatIsOver_isWhyItIs() {
    HttpServletRequest request = RequestBy.caller("alice");
    request.setAttribute(Refusal.ATTRIBUTE, Refusal.cookie(Reason.SESSION_ENDED));

    Answer over = DeniedCall.refusal(AccessDeniedException.loginOver("over"), request).answer();

    assertThat(over.status()).isEqualTo(401);
    assertThat(over.body()).contains("session-ended");
  }

  @Test
  @Tag("B4")
  void refusal_ofACaller_is403() {
    assertThat(refusal(RequestBy.caller("alice")).status()).isEqualTo(403);
  }

  @Test
  @Tag("B4")
  void refusal_ofAnAnonymousCaller_isTheChallengeForWhatTheMechanismSaw() {
    FakeRequest request = FakeRequest.get("/page");
    Answer bare = refusal(RequestBy.nobody(request));
    request.setAttribute(Refusal.ATTRIBUTE, Refusal.bearer(Reason.TOKEN_EXPIRED));
    Answer expired = refusal(RequestBy.nobody(request));

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
        .contains(
            AccessDeniedMapper.class,
            StoreUnavailableMapper.class,
            FailedRelayMapper.class,
            EjbAccessMapper.class);
  }
}

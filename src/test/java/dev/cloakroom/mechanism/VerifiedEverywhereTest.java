package dev.cloakroom.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeMessageContext;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.AuthenticationStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MicroProfile JWT 2.1, section 9.1.1: a token is verified, also where nobody needs one. */
@SuppressWarnings("UnnecessaryAssignment") // stands in for the container
class VerifiedEverywhereTest {
  private final TestApplication app = new TestApplication();
  private final MechanismFixture fixture = new MechanismFixture(app);

  @BeforeEach
  void verifyEverywhere() {
    fixture.mechanism.challenger = new Challenger(app.page, fixture.mechanism.open, true);
  }

  private static FakeMessageContext open(FakeRequest request) {
    return new FakeMessageContext(request);
  }

  @Test
  void badToken_ofAPublicPage_isRefused() {
    FakeMessageContext context = open(FakeRequest.get("/page").bearer("nonsense"));

    assertThat(fixture.validate(context)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(context.response().getStatus()).isEqualTo(401);
  }

  @Test
  void nothing_orABadCookie_ofAPublicPage_isAnonymous() {
    assertThat(fixture.validate(open(FakeRequest.get("/page"))))
        .isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThat(fixture.validate(open(FakeRequest.get("/page").cookie("__Host-sid=nonsense"))))
        .isEqualTo(AuthenticationStatus.NOT_DONE);
  }

  @Test
  void badToken_withoutMicroProfile_isAnonymous() {
    fixture.mechanism.challenger = new Challenger(app.page, fixture.mechanism.open);

    assertThat(fixture.validate(open(FakeRequest.get("/page").bearer("nonsense"))))
        .isEqualTo(AuthenticationStatus.NOT_DONE);
  }
}

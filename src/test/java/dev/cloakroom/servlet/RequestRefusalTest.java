package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.RequestBy;
import org.junit.jupiter.api.Test;

class RequestRefusalTest {
  private final FakeRequest request = FakeRequest.get("/page");

  @Test
  void of_nobody_isWhatTheMechanismSaw() {
    assertThat(RequestRefusal.of(RequestBy.nobody(request))).isEqualTo(Refusal.nothingPresented());

    request.setAttribute(Refusal.ATTRIBUTE, Refusal.cookie(Reason.SESSION_ENDED));

    assertThat(RequestRefusal.of(RequestBy.nobody(request)))
        .isEqualTo(Refusal.cookie(Reason.SESSION_ENDED));
  }

  @Test
  void of_somebody_isThatTheyMayNot() {
    assertThat(RequestRefusal.of(RequestBy.caller("alice")).answer().status()).isEqualTo(403);
  }
}

package dev.cloakroom.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.identitystore.CallerValidation;
import dev.cloakroom.identitystore.CallerValidation.NotValidated;
import dev.cloakroom.identitystore.CallerValidation.Throttled;
import dev.cloakroom.identitystore.CallerValidator;
import dev.cloakroom.identitystore.WorkLimit;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where one credential is checked at a time, and none waits. */
class CredentialCheckTest {
  private final TestApplication app = new TestApplication();
  private final CredentialCheck check =
      new CredentialCheck(
          new CallerValidator(this::validate),
          new WorkLimit(1, 0, Duration.ZERO),
          app.throttle,
          app.device);

  /** What comes of those that are presented while another is checked. */
  private final List<CallerValidation> meanwhile = new ArrayList<>();

  private CredentialValidationResult validate(Credential shown) {
    meanwhile.add(checked());
    return CredentialValidationResult.INVALID_RESULT;
  }

  private CallerValidation checked() {
    return check.of(new UsernamePasswordCredential("alice", "wrong"), FakeRequest.post("/login"));
  }

  @Test
  @Tag("P10")
  void of_moreThanCanBeDone_isUnavailable_andDoesNotCountAsFailed() {
    for (int i = 0; i < 4; i++) {
      assertThat(checked()).isEqualTo(NotValidated.REFUSED);
    }

    assertThat(meanwhile).isEqualTo(Collections.nCopies(4, NotValidated.UNAVAILABLE));
  }

  /** Else a flood of those who wait would keep others out. */
  @Test
  @Tag("P1")
  @Tag("P10")
  void of_whoHasToWait_takesNoPlaceInTheQueue() {
    for (int i = 0; i < 5; i++) {
      assertThat(checked()).isEqualTo(NotValidated.REFUSED);
    }

    assertThat(checked()).isInstanceOf(Throttled.class);
    assertThat(meanwhile).hasSize(5).last().isInstanceOf(Throttled.class);
  }
}

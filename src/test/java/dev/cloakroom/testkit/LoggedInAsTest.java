package dev.cloakroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.LoginSession;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A caller in one line, without a server and without a container. */
@LoggedInAs(value = "alice", groups = "admin")
class LoggedInAsTest {

  @Test
  void session_ofTheClassesCaller_isGiven(LoginSession session) {
    assertThat(session.callerName()).isEqualTo("alice");
    assertThat(session.groups()).containsExactly("admin");
    assertThat(session.level()).isEqualTo(1);
    assertThat(session.isFresh()).isTrue();
    assertThat(session.isAnonymous()).isFalse();
    assertThat(session.snapshot().callerName()).isEqualTo("alice");
  }

  @Test
  void parts_areOfTheSameLogin(
      JsonWebToken token, Principal principal, SecurityContext security, LoginSession session) {
    assertThat(token.getName()).isEqualTo("alice");
    assertThat(token.getGroups()).containsExactly("admin");
    assertThat(token.<String>getClaim("sid")).isEqualTo(session.id());
    assertThat(token.getExpirationTime()).isEqualTo(session.expiresAt().getEpochSecond());
    assertThat(principal.getName()).isEqualTo("alice");
    assertThat(security.isCallerInRole("admin")).isTrue();
    assertThat(security.isCallerInRole("clerk")).isFalse();
    assertThat(security.isCallerInRole("**")).isTrue();
    assertThat(security.getPrincipalsByType(CallerPrincipal.class)).hasSize(1);
  }

  @Test
  @LoggedInAs(value = "bob", level = 2)
  void caller_ofTheMethod_winsOverThatOfTheClass(LoginSession session) {
    assertThat(session.callerName()).isEqualTo("bob");
    assertThat(session.groups()).isEmpty();
    assertThat(session.level()).isEqualTo(2);
  }

  @Test
  void caller_ofAParameter_winsOverBoth(
      LoginSession alice, @LoggedInAs("bob") LoginSession bob, @NotLoggedIn LoginSession nobody) {
    assertThat(alice.callerName()).isEqualTo("alice");
    assertThat(bob.callerName()).isEqualTo("bob");
    assertThat(nobody.isAnonymous()).isTrue();
  }

  @Test
  @NotLoggedIn
  void nobody_isTheAnonymousSession(
      LoginSession session, JsonWebToken token, SecurityContext security) {
    assertThat(session.isAnonymous()).isTrue();
    assertThat(session.callerName()).isEmpty();
    assertThat(session.groups()).isEmpty();
    assertThat(session.createdAt()).isEqualTo(Instant.EPOCH);
    assertThat(session.level()).isZero();
    assertThat(token.getName()).isNull();
    assertThat(token.getClaimNames()).isNull();
    assertThat(security.getCallerPrincipal()).isNull();
    assertThat(security.isCallerInRole("**")).isFalse();
    assertThatThrownBy(() -> session.elevate(2, "otp")).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  @LoggedInAs(value = "alice", fresh = false)
  void proof_thatIsNotFresh_isOld(LoginSession session) {
    assertThat(session.isFresh()).isFalse();
    assertThat(session.isAnonymous()).isFalse();
  }

  @Test
  void elapse_endsFreshness_andThenTheLogin(LoginSession session) {
    Login.elapse(Duration.ofMinutes(10));
    assertThat(session.isFresh()).isFalse();
    assertThat(session.isAnonymous()).isFalse();

    Login.elapse(Duration.ofHours(12));
    assertThat(session.isAnonymous()).isTrue();
  }

  @Test
  void login_thatIsNotUsed_endsBefore(LoginSession session) {
    Login.elapse(Duration.ofMinutes(29));
    assertThat(session.isAnonymous()).isFalse();
    Login.elapse(Duration.ofMinutes(29));
    assertThat(session.callerName()).isEqualTo("alice");

    Login.elapse(Duration.ofMinutes(30));
    assertThat(session.callerName()).isEmpty();
    assertThat(session.isAnonymous()).isTrue();
  }

  @Test
  void elapse_isOver_withTheTest(LoginSession session) {
    assertThat(session.isFresh()).isTrue();
    assertThat(Login.now()).isBefore(Instant.now().plusSeconds(60));
    assertThatIllegalArgumentException().isThrownBy(() -> Login.elapse(Duration.ofSeconds(-1)));
  }

  @Test
  @LoggedInAs(value = "alice", fresh = false)
  void elevate_raisesTheLevel_andIsFresh(LoginSession session) {
    assertThat(session.elevate(2, "otp")).isEmpty();

    assertThat(session.level()).isEqualTo(2);
    assertThat(session.isFresh()).isTrue();
    assertThat(session.authenticationMethods()).containsExactlyInAnyOrder("pwd", "otp");
    assertThat(session.authenticatedAt(3)).isEqualTo(Instant.EPOCH);
  }

  @Test
  void proof_thatIsNone_isRefused_asOnAServer(LoginSession session) {
    for (int level : new int[] {-1, 0, AuthenticationLevel.HIGHEST + 1}) {
      assertThatIllegalArgumentException().isThrownBy(() -> session.elevate(level, "otp"));
      assertThatIllegalArgumentException().isThrownBy(() -> FakeLogin.of("alice").level(level));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> session.elevate(2));
    assertThatIllegalArgumentException().isThrownBy(() -> session.elevate(2, "a code"));
    assertThat(session.level()).isEqualTo(1);
    assertThat(session.elevate(2, "otp", "otp")).isEmpty();
    assertThat(FakeLogin.of("alice").level(AuthenticationLevel.HIGHEST).session().level())
        .isEqualTo(AuthenticationLevel.HIGHEST);
  }

  @Test
  void claim_ofALogin_isInItsToken() {
    JsonWebToken token = FakeLogin.of("carol").groups("user").claim("tenant", 7).token();

    assertThat(token.<Integer>getClaim("tenant")).isEqualTo(7);
    assertThat(token.getClaimNames()).contains("tenant", "groups", "upn");
    assertThatIllegalArgumentException().isThrownBy(() -> FakeLogin.of(""));
  }

  @Nested
  class Inside {

    @Test
    void caller_ofTheOuterClass_isThere(FakeLogin login) {
      assertThat(login).hasToString("alice [admin]");
    }
  }
}

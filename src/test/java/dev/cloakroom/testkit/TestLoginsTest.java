package dev.cloakroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import dev.cloakroom.LoginSession;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.AddExtensions;
import org.jboss.weld.junit5.auto.EnableAutoWeld;
import org.junit.jupiter.api.Test;

/** Beans of Weld JUnit see the caller of the test, and rules hold. */
@EnableAutoWeld
@AddExtensions(TestLogins.class)
@AddBeanClasses(TestLoginsTest.Vault.class)
@LoggedInAs(value = "alice", groups = "clerk")
class TestLoginsTest {

  /** What is tested. */
  @ApplicationScoped
  public static class Vault {
    @Inject LoginSession login;
    @Inject JsonWebToken token;
    @Inject SecurityContext security;
    @Inject Principal principal;

    public String open() {
      return login.callerName()
          + token.getName()
          + principal.getName()
          + security.isCallerInRole("clerk");
    }

    @RolesAllowed("clerk")
    public String closed() {
      return "for " + login.callerName();
    }

    @RolesAllowed("admin")
    public String admins() {
      return "for admins";
    }

    @AuthenticationLevel(2)
    public String proven() {
      return "proven";
    }

    @Fresh(within = "PT5M")
    public String fresh() {
      return "fresh";
    }

    public void prove() {
      login.elevate(2, "otp");
    }
  }

  @Inject Vault vault;

  @Test
  void injected_isOfTheTestsCaller() {
    assertThat(vault.open()).isEqualTo("alicealicealicetrue");
  }

  @Test
  void role_ofTheCaller_opens_andNoOther() {
    assertThat(vault.closed()).isEqualTo("for alice");
    assertThatThrownBy(vault::admins).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  @NotLoggedIn
  void nobody_isRefused() {
    assertThatThrownBy(vault::closed).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(vault::fresh).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  @LoggedInAs("alice")
  void level_isAskedFor_andCanBeRaised() {
    assertThatThrownBy(vault::proven).isInstanceOf(AccessDeniedException.class);
    vault.prove();
    assertThat(vault.proven()).isEqualTo("proven");
  }

  @Test
  void freshness_goesByTheClockOfTheTest() {
    assertThat(vault.fresh()).isEqualTo("fresh");
    Login.elapse(Duration.ofMinutes(5));
    assertThatThrownBy(vault::fresh).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void another_mayDoWhatTheyMay_forAsLongAsTheyAreThere() throws Exception {
    FakeLogin admin = FakeLogin.of("root").groups("admin");

    assertThat(Login.as(admin, vault::admins)).isEqualTo("for admins");
    assertThat(vault.closed()).isEqualTo("for alice");
  }
}

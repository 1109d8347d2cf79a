package dev.cloakroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.LoginSession;
import jakarta.inject.Inject;
import org.jboss.weld.junit5.ExplicitParamInjection;
import org.jboss.weld.junit5.auto.AddExtensions;
import org.jboss.weld.junit5.auto.EnableAutoWeld;
import org.junit.jupiter.api.Test;

/** Parameters of the kit in a test of Weld JUnit, which would give them, too. */
@EnableAutoWeld
@ExplicitParamInjection
@AddExtensions(TestLogins.class)
@LoggedInAs(value = "alice", groups = "clerk")
class WeldParametersTest {

  @Inject LoginSession current;

  @Test
  void parameters_areOfTheKit(LoginSession alice, @LoggedInAs("bob") LoginSession bob) {
    assertThat(current.callerName()).isEqualTo(alice.callerName()).isEqualTo("alice");
    assertThat(bob.callerName()).isEqualTo("bob");
  }
}

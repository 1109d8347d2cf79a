package dev.cloakroom.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.testkit.LoggedInAs;
import dev.cloakroom.testkit.Login;
import dev.cloakroom.testkit.TestLogins;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.AddExtensions;
import org.jboss.weld.junit5.auto.EnableAutoWeld;
import org.junit.jupiter.api.Test;

@EnableAutoWeld
@AddExtensions(TestLogins.class)
@AddBeanClasses(Payments.class)
@LoggedInAs(value = "alice", groups = "customer", level = 2)
class PaymentsTest {

  @Produces static final Codes CODES = (caller, code) -> code.equals("123456");

  @Inject Payments payments;

  @Test
  void customer_pays() {
    assertEquals("Paid by alice", payments.pay());
  }

  @Test
  void proof_thatIsOld_doesNotSuffice() {
    Login.elapse(Duration.ofMinutes(5));

    assertThrows(AccessDeniedException.class, payments::pay);
  }

  @Test
  @LoggedInAs(value = "alice", groups = "customer")
  void code_raisesTheLevel() {
    assertThrows(AccessDeniedException.class, payments::pay);

    payments.code("123456");

    assertEquals("Paid by alice", payments.pay());
  }
}

package dev.cloakroom.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cloakroom.testkit.LoggedInAs;
import dev.cloakroom.testkit.TestLogins;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.AddExtensions;
import org.jboss.weld.junit5.auto.EnableAutoWeld;
import org.junit.jupiter.api.Test;

@EnableAutoWeld
@AddExtensions(TestLogins.class)
@AddBeanClasses(Payments.class)
class CustomerPaysTest {

  @Produces static final Codes CODES = (caller, code) -> code.equals("123456");

  @Inject Payments payments;

  @Test
  @LoggedInAs(value = "alice", groups = "customer", level = 2)
  void customer_pays() {
    assertEquals("Paid by alice", payments.pay());
  }
}

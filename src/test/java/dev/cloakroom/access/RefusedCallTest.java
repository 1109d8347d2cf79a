package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.AccessDeniedException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

class RefusedCallTest {
  private final AccessDeniedException denied =
      new AccessDeniedException("Vault.open is for nobody.");

  @Test
  void isIn_aRefusal_howeverWrapped() {
    assertThat(RefusedCall.isIn(denied)).isTrue();
    assertThat(RefusedCall.isIn(new EJBAccessException())).isTrue();
    assertThat(RefusedCall.isIn(new ServletException(new RuntimeException(denied)))).isTrue();
    assertThat(RefusedCall.isIn(new EJBException(new EJBAccessException()))).isTrue();
  }

  @Test
  void isIn_anotherFailure_not() {
    assertThat(RefusedCall.isIn(new EJBException("no transaction"))).isFalse();
    assertThat(RefusedCall.isIn(new ServletException(new IllegalStateException()))).isFalse();
  }

  @Test
  void isIn_causesInACircle_ends() {
    IllegalStateException first = new IllegalStateException();
    first.initCause(new IllegalStateException(first));

    assertThat(RefusedCall.isIn(first)).isFalse();
  }

  @Test
  void denial_isWhatOurRuleSaid_andNothingOfTheContainers() {
    AccessDeniedException forNobody = AccessDeniedException.forNobody("Vault.open is for nobody.");

    assertThat(RefusedCall.denial(new ServletException(forNobody))).isSameAs(forNobody);
    assertThat(RefusedCall.denial(new EJBAccessException())).isNull();
  }
}

package dev.cloakroom.mpjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.testing.LogLines;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.Serializable;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.junit.jupiter.api.Test;

/** MicroProfile JWT 2.1, sections 9.1.2 and 9.1.3: where claims may not be injected. */
@SuppressWarnings("NullAway.Init")
class ClaimInjectionsTest {

  @Dependent
  static class TwoNames {
    @Inject
    @Claim(value = "exp", standard = Claims.iat)
    Long time;
  }

  @Dependent
  static class NoName {
    @Inject @Claim String claim;
  }

  @Dependent
  static class OddType {
    @Inject
    @Claim("exp")
    Integer time;
  }

  @SessionScoped
  static class InSession implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    @Claim("tier")
    transient ClaimValue<String> tier;
  }

  private static void assertRefused(Class<?> bean, String problem) {
    assertThatThrownBy(() -> ClaimContainer.of(bean, () -> null)).hasStackTraceContaining(problem);
  }

  @Test
  void claims_thatCannotBeRight_areNotDeployed() {
    assertRefused(TwoNames.class, "is a @Claim of two names, exp and iat");
    assertRefused(NoName.class, "is a @Claim without a name");
    assertRefused(OddType.class, "is the claim exp as java.lang.Integer. Allowed: String");
    assertRefused(InSession.class, "is the claim tier in a bean of @SessionScoped");
  }

  @ApplicationScoped
  static class Frozen {
    @Inject
    @Claim("tier")
    String tier;
  }

  @Stateless
  static class Pooled {
    @Inject
    @Claim("tier")
    String tier;
  }

  static class Gate implements Filter {
    @Inject
    @Claim("tier")
    String tier;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {}
  }

  @RequestScoped
  static class OfRequest {
    @Inject
    @Claim("tier")
    String tier;
  }

  @Dependent
  static class OfItsHolder {
    @Inject
    @Claim("tier")
    String tier;
  }

  @ApplicationScoped
  static class Late {
    @Inject
    @Claim("tier")
    ClaimValue<String> tier;

    @Inject
    @Claim("tier")
    Provider<String> later;
  }

  private static String warning(Class<?> bean) {
    try (LogLines log = LogLines.of("dev.cloakroom")) {
      ClaimContainer.of(bean, () -> null).close();
      return String.join("", log.lines());
    }
  }

  @Test
  void claim_ofWhatOutlivesRequestsWithoutAScope_isWarnedOf() {
    assertThat(warning(Pooled.class)).contains("in an Enterprise Bean: it stays");
    assertThat(warning(Gate.class)).contains("in a servlet, filter or listener: it stays");
    assertThat(warning(OfRequest.class)).isEmpty();
    assertThat(warning(OfItsHolder.class)).isEmpty();
  }

  @Test
  void claim_thatWouldStayTheFirstCallers_isWarnedOf() {
    try (LogLines log = LogLines.of("dev.cloakroom")) {
      ClaimContainer.of(Late.class, () -> null).close();
      assertThat(log.lines()).isEmpty();

      ClaimContainer.of(Frozen.class, () -> null).close();
      assertThat(log.lines()).singleElement().asString().contains("whoever came first");
    }
  }
}

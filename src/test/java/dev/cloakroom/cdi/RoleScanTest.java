package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleScanTest {
  /** A resource. */
  @RolesAllowed("onClass")
  static class Resource {
    @RolesAllowed({"onMethod", "onClass"})
    public void shown() {}

    @RolesAllowed("onHidden")
    void hidden() {}
  }

  @DeclareRoles("declared")
  static class Declaring {}

  @ServletSecurity(
      value = @HttpConstraint(rolesAllowed = "constrained"),
      httpMethodConstraints = @HttpMethodConstraint(value = "POST", rolesAllowed = "toPost"))
  static class Constrained {}

  static class Bare {}

  @Test
  void of_classes_isWhatTheirAnnotationsName() {
    assertThat(RoleScan.of(Set.of(Resource.class, Declaring.class, Constrained.class, Bare.class)))
        .containsExactlyInAnyOrder(
            "onClass", "onMethod", "onHidden", "declared", "constrained", "toPost");
  }

  @RolesAllowed({"**", "user"})
  static class ForAnybodyLoggedIn {}

  @Test
  void of_theRoleOfEverybodyLoggedIn_isNotDeclared() {
    assertThat(RoleScan.of(Set.of(ForAnybodyLoggedIn.class))).containsExactly("user");
  }

  @Test
  void of_nothingFound_isNothing() {
    assertThat(RoleScan.of(null)).isEmpty();
    assertThat(RoleScan.of(Set.of())).isEmpty();
    assertThat(RoleScan.of(Set.of(Bare.class))).isEmpty();
  }
}

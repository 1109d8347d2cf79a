package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.access.AccessRule.Access;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessRuleTest {
  private static final AccessRule EVERYBODY = new AccessRule(Access.EVERYBODY, Set.of());
  private static final AccessRule NOBODY = new AccessRule(Access.NOBODY, Set.of());

  private static AccessRule roles(String... names) {
    return new AccessRule(Access.ROLES, Set.of(names));
  }

  /** Resources as an application writes them. */
  static class Bare {
    public void plain() {}

    @RolesAllowed({"user", "admin"})
    public void forUsers() {}

    @DenyAll
    public void forNobody() {}

    @PermitAll
    @RolesAllowed("user")
    public void contradictory() {}

    @DenyAll
    @RolesAllowed("user")
    public void contradictoryToo() {}

    @RolesAllowed({})
    public void forNoRole() {}
  }

  @RolesAllowed("user")
  static class Guarded {
    public void plain() {}

    @PermitAll
    public void forAll() {}

    @RolesAllowed("admin")
    public void forAdmins() {}
  }

  static class Inheriting extends Guarded {
    public void own() {}
  }

  @DenyAll
  static class Closed {
    public void plain() {}

    @RolesAllowed("user")
    public void forUsers() {}
  }

  private static AccessRule of(Class<?> resource, String method) throws NoSuchMethodException {
    return AccessRule.of(resource, resource.getMethod(method));
  }

  @Test
  void of_methodOfABareClass_isItsOwn() throws NoSuchMethodException {
    assertThat(of(Bare.class, "plain")).isEqualTo(EVERYBODY);
    assertThat(of(Bare.class, "forUsers")).isEqualTo(roles("user", "admin"));
    assertThat(of(Bare.class, "forNobody")).isEqualTo(NOBODY);
  }

  @Test
  void of_methodOverridesItsClass() throws NoSuchMethodException {
    assertThat(of(Guarded.class, "plain")).isEqualTo(roles("user"));
    assertThat(of(Guarded.class, "forAll")).isEqualTo(EVERYBODY);
    assertThat(of(Guarded.class, "forAdmins")).isEqualTo(roles("admin"));
    assertThat(of(Closed.class, "plain")).isEqualTo(NOBODY);
    assertThat(of(Closed.class, "forUsers")).isEqualTo(roles("user"));
  }

  @Test
  void of_twoAnnotations_isTheStricter() throws NoSuchMethodException {
    assertThat(of(Bare.class, "contradictory")).isEqualTo(roles("user"));
    assertThat(of(Bare.class, "contradictoryToo")).isEqualTo(NOBODY);
  }

  @Test
  void of_noRole_letsNobodyIn() throws NoSuchMethodException {
    assertThat(of(Bare.class, "forNoRole")).isEqualTo(roles());
    assertThat(of(Bare.class, "forNoRole").restricts()).isTrue();
  }

  @Test
  void restricts_exceptWhereEverybodyMay() {
    assertThat(EVERYBODY.restricts()).isFalse();
    assertThat(NOBODY.restricts()).isTrue();
    assertThat(roles("user").restricts()).isTrue();
  }

  /** Jakarta Annotations 2.1 §2.1: a class's annotation is for the methods that it declares. */
  @Test
  void of_inheritedMethod_isThatOfTheClassThatDeclaresIt() throws NoSuchMethodException {
    assertThat(of(Inheriting.class, "forAdmins")).isEqualTo(roles("admin"));
    assertThat(of(Inheriting.class, "plain")).isEqualTo(roles("user"));
    assertThat(of(Inheriting.class, "own")).isEqualTo(EVERYBODY);
  }

  private static Caller caller(boolean anonymous, String... roles) {
    return new Caller() {
      @Override
      public boolean isAnonymous() {
        return anonymous;
      }

      @Override
      public boolean isInRole(String role) {
        return List.of(roles).contains(role);
      }
    };
  }

  @Test
  void admits_whoeverHasOneOfTheRoles() {
    assertThat(roles("user", "admin").admits(caller(false, "admin"))).isTrue();
    assertThat(roles("user", "admin").admits(caller(false, "other"))).isFalse();
    assertThat(roles("user", "admin").admits(caller(true))).isFalse();
    assertThat(roles().admits(caller(false, "admin"))).isFalse();
  }

  @Test
  void admits_everybodyOrNobody() {
    assertThat(EVERYBODY.admits(caller(true))).isTrue();
    assertThat(NOBODY.admits(caller(false, "admin"))).isFalse();
  }

  @Test
  void admits_anyCaller_whoIsLoggedIn() {
    assertThat(roles("**").admits(caller(false))).isTrue();
    assertThat(roles("**").admits(caller(true, "**"))).isFalse();
  }

  @Test
  void toString_always_saysWhoMay() {
    assertThat(roles("user")).hasToString("callers in one of the roles [user]");
    assertThat(NOBODY).hasToString("nobody");
    assertThat(EVERYBODY).hasToString("everybody");
  }
}

package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.rest.AccessRule.Access;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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
}

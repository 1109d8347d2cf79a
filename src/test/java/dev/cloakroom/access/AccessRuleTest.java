package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.access.AccessRule.Access;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessRuleTest {
  private static final AccessRule EVERYBODY = new AccessRule(Access.EVERYBODY, Set.of());
  private static final AccessRule NOBODY = new AccessRule(Access.NOBODY, Set.of());

  private static AccessRule roles(String... names) {
    return AccessRule.roles(names);
  }

  @Test
  void rule_ofNoRole_isForNobody() {
    assertThat(roles()).isEqualTo(NOBODY);
    assertThat(NOBODY.isForNobody()).isTrue();
    assertThat(roles("user").isForNobody()).isFalse();
    assertThat(EVERYBODY.isForNobody()).isFalse();
  }

  @Test
  void and_isForThoseWhomBothName() {
    assertThat(EVERYBODY.and(roles("user"))).isEqualTo(roles("user"));
    assertThat(roles("user").and(EVERYBODY)).isEqualTo(roles("user"));
    assertThat(roles("user", "admin").and(roles("admin", "clerk"))).isEqualTo(roles("admin"));
    assertThat(roles("user").and(roles("admin"))).isEqualTo(NOBODY);
    assertThat(roles("user").and(NOBODY)).isEqualTo(NOBODY);
    assertThat(roles("**").and(roles("admin"))).isEqualTo(roles("admin"));
    assertThat(roles("admin").and(roles("**"))).isEqualTo(roles("admin"));
    assertThat(roles("**").and(NOBODY)).isEqualTo(NOBODY);
  }

  @Test
  void restricts_exceptWhereEverybodyMay() {
    assertThat(EVERYBODY.restricts()).isFalse();
    assertThat(NOBODY.restricts()).isTrue();
    assertThat(roles("user").restricts()).isTrue();
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

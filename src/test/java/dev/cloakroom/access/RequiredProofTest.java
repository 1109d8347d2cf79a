package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RequiredProofTest {
  private static final Duration TEN = Duration.ofMinutes(10);

  interface Api {
    @Fresh(within = "PT5M")
    void byInterface();
  }

  @AuthenticationLevel(2)
  @RolesAllowed("user")
  static class Vault implements Api {
    public void byClass() {}

    @Fresh
    public void fresh() {}

    @AuthenticationLevel(1)
    public void lower() {}

    @PermitAll
    public void permitted() {}

    @Override
    public void byInterface() {}
  }

  static class Heir extends Vault {
    @Override
    public void byClass() {}
  }

  @Stateless
  @RolesAllowed("user")
  static class Accounts {
    @AuthenticationLevel(2)
    public void proven() {}

    public void plain() {}
  }

  @Fresh(within = "soon")
  static class Unreadable {}

  private record Proving(Set<String> roles, int level) implements Caller {
    @Override
    public boolean isAnonymous() {
      return false;
    }

    @Override
    public boolean isInRole(String role) {
      return roles.contains(role);
    }

    @Override
    public boolean hasProven(RequiredProof proof) {
      return level >= proof.level();
    }
  }

  private final AccessRules rules =
      new AccessRules(RuleSearch.WITH_INHERITED, AccessRule.EVERYBODY);
  private final AccessRules byTheLetter = new AccessRules(RuleSearch.DECLARED, AccessRule.NOBODY);

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(each -> each.getName().equals(name) && !each.isBridge())
        .findFirst()
        .orElseThrow();
  }

  private RequiredProof proof(Class<?> type, String name) {
    return rules.of(type, method(type, name)).proof();
  }

  @Test
  void levelAndAge_areLookedForEachByItself() {
    assertThat(proof(Vault.class, "byClass")).isEqualTo(new RequiredProof(2, null));
    assertThat(proof(Vault.class, "fresh")).isEqualTo(new RequiredProof(2, TEN));
    assertThat(proof(Vault.class, "lower")).isEqualTo(new RequiredProof(1, null));
    assertThat(proof(Vault.class, "byInterface"))
        .isEqualTo(new RequiredProof(2, Duration.ofMinutes(5)));
    assertThat(proof(Heir.class, "byClass")).isEqualTo(new RequiredProof(2, null));
  }

  /** What lets everybody in as far as roles go says nothing of proofs. */
  @Test
  @Tag("G7")
  void permitAll_takesNoProofAway() {
    AccessRule rule = rules.of(Vault.class, method(Vault.class, "permitted"));

    assertThat(rule.restricts()).isTrue();
    assertThat(rule.admits(new Proving(Set.of(), 2))).isTrue();
    assertThat(rule.admits(new Proving(Set.of(), 1))).isFalse();
    assertThat(rule.admits(new Somebody(null, Set.of()))).isFalse();
  }

  @Test
  void proof_isAskedOfThoseOnly_whomItWouldHelp() {
    AccessRule rule = rules.of(Vault.class, method(Vault.class, "byClass"));

    assertThat(rule.asksMoreOf(new Proving(Set.of("user"), 1))).isTrue();
    assertThat(rule.asksMoreOf(new Proving(Set.of("user"), 2))).isFalse();
    assertThat(rule.asksMoreOf(new Proving(Set.of("other"), 1))).isFalse();
    assertThat(rule.asksMoreOf(new Somebody(null, Set.of("user")))).isFalse();
  }

  @Test
  @Tag("G7")
  void callerOfWhomNothingIsKnown_hasProvenNothing() {
    AccessRule rule = rules.of(Vault.class, method(Vault.class, "byClass"));

    assertThat(rule.admits(new Somebody("alice", Set.of("user")))).isFalse();
  }

  @Test
  @Tag("G7")
  void byTheLetter_aProofIsInheritedAllTheSame_andRolesAreNot() {
    AccessRule heirs = byTheLetter.of(Heir.class, method(Heir.class, "byClass"));
    assertThat(heirs.proof()).isEqualTo(new RequiredProof(2, null));
    assertThat(heirs.admits(new Proving(Set.of(), 2))).isTrue();
    assertThat(heirs.admits(new Proving(Set.of("user"), 1))).isFalse();
    assertThat(byTheLetter.of(Vault.class, method(Vault.class, "byInterface")).proof())
        .isEqualTo(new RequiredProof(2, Duration.ofMinutes(5)));
    assertThat(RuleSearch.proof(Heir.class)).isEqualTo(new RequiredProof(2, null));
  }

  @Test
  void resource_thatSaysNothingOfRoles_isAsOneWithoutAnnotations() {
    Method method = method(Api.class, "byInterface");

    assertThat(byTheLetter.ofResource(Api.class, method).isForNobody()).isTrue();
    assertThat(rules.ofResource(Api.class, method).admits(new Proving(Set.of(), 1))).isTrue();
  }

  @Test
  @Tag("G7")
  void enterpriseBean_isInterceptedForProofs_andLeftToItsContainerForRoles() {
    ComponentKind kind = ComponentKind.of(Accounts.class);
    Method proven = method(Accounts.class, "proven");

    assertThat(kind.needsInterceptor(Accounts.class, proven)).isTrue();
    assertThat(kind.holdsToRoles(proven)).isTrue();
    assertThat(kind.needsInterceptor(Accounts.class, method(Accounts.class, "plain"))).isFalse();
  }

  @Test
  @Tag("G7")
  void unreadable_isOpenToNobody() {
    assertThat(RequiredProof.isUnreadableAt(Unreadable.class)).isTrue();
    assertThat(RequiredProof.isUnreadableAt(Vault.class)).isFalse();
    assertThat(RuleSearch.proof(Unreadable.class).within()).isEqualTo(Duration.ZERO);
  }

  @Test
  void highestLevel_isThatOfTheClassAndItsMethods() {
    assertThat(RequiredProof.highestIn(Vault.class)).isEqualTo(2);
    assertThat(RequiredProof.highestIn(Accounts.class)).isEqualTo(2);
    assertThat(RequiredProof.highestIn(Unreadable.class)).isZero();
  }
}

package dev.cloakroom.access;

import static dev.cloakroom.access.WrittenMethod.method;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.access.RuledTypes.Api;
import dev.cloakroom.access.RuledTypes.Bare;
import dev.cloakroom.access.RuledTypes.Both;
import dev.cloakroom.access.RuledTypes.ClassFirst;
import dev.cloakroom.access.RuledTypes.Guarded;
import dev.cloakroom.access.RuledTypes.Heir;
import dev.cloakroom.access.RuledTypes.Implementing;
import dev.cloakroom.access.RuledTypes.ImplementingGuarded;
import dev.cloakroom.access.RuledTypes.ImplementingHeir;
import dev.cloakroom.access.RuledTypes.MethodFirst;
import dev.cloakroom.access.RuledTypes.OfClass;
import dev.cloakroom.access.RuledTypes.Twice;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a rule is looked for, and which of several counts. */
class RuleSearchTest {
  private static final String NONE = "none";

  private static String rule(RuleSearch search, Class<?> type, String name, Class<?>... types) {
    return search.find(type, method(type, name, types)).map(AccessRule::toString).orElse(NONE);
  }

  private static String inherited(Class<?> type, String name, Class<?>... parameters) {
    return rule(RuleSearch.WITH_INHERITED, type, name, parameters);
  }

  private static String declared(Class<?> type, String name) {
    return rule(RuleSearch.DECLARED, type, name);
  }

  private static String only(String role) {
    return AccessRule.roles(role).toString();
  }

  @Test
  void methodOfItsClass_hasItsOwnRule_elseTheClasss() {
    for (RuleSearch search : RuleSearch.values()) {
      assertThat(rule(search, Guarded.class, "plain")).isEqualTo(only("user"));
      assertThat(rule(search, Guarded.class, "forAll")).isEqualTo("everybody");
      assertThat(rule(search, Guarded.class, "forAdmins")).isEqualTo(only("admin"));
      assertThat(rule(search, Guarded.class, "forNobody")).isEqualTo("nobody");
      assertThat(rule(search, Guarded.class, "forNoRole")).isEqualTo("nobody");
    }
  }

  @Test
  void inheritedMethod_keepsItsRule() {
    for (RuleSearch search : RuleSearch.values()) {
      assertThat(rule(search, Heir.class, "plain")).isEqualTo(only("user"));
      assertThat(rule(search, Heir.class, "forAll")).isEqualTo("everybody");
    }
  }

  @Test
  void methodWrittenAnew_keepsTheRuleOfWhatItOverrides_unlessItHasOne() {
    assertThat(inherited(Heir.class, "forAdmins")).isEqualTo(only("admin"));
    assertThat(inherited(Heir.class, "forNobody")).isEqualTo(only("clerk"));
    assertThat(inherited(Heir.class, "own")).isEqualTo(only("user"));
  }

  /** Jakarta Annotations 2.1 §2.1: a class's annotation is for the methods that it declares. */
  @Test
  void methodWrittenAnew_byTheLetter_hasNone() {
    assertThat(declared(Heir.class, "forAdmins")).isEqualTo(NONE);
    assertThat(declared(Heir.class, "own")).isEqualTo(NONE);
    assertThat(declared(Implementing.class, "asked")).isEqualTo(NONE);
  }

  @Test
  void methodOfAnInterface_howeverFarAbove_givesItsRule() {
    assertThat(inherited(Implementing.class, "asked")).isEqualTo(only("admin"));
    assertThat(inherited(Implementing.class, "given")).isEqualTo(only("admin"));
    assertThat(inherited(ImplementingHeir.class, "asked")).isEqualTo(only("admin"));
    assertThat(inherited(Api.class, "asked")).isEqualTo(only("admin"));
  }

  @Test
  void interfacesOwnRule_isForAllMethodsOfItsClasses() {
    assertThat(inherited(ImplementingGuarded.class, "asked")).isEqualTo(only("admin"));
    assertThat(inherited(ImplementingGuarded.class, "own")).isEqualTo(only("admin"));
  }

  @Test
  void rulesEquallyNear_countTogether() {
    assertThat(inherited(Both.class, "shared")).isEqualTo(only("admin"));
    assertThat(inherited(Both.class, "disputed")).isEqualTo("nobody");
    assertThat(inherited(Both.class, "half")).isEqualTo(only("admin"));
  }

  @Test
  void superclass_comesBeforeAnInterface_andAMethodBeforeAnyType() {
    assertThat(inherited(ClassFirst.class, "half")).isEqualTo("everybody");
    assertThat(inherited(ClassFirst.class, "disputed")).isEqualTo(only("admin"));
    assertThat(inherited(MethodFirst.class, "disputed")).isEqualTo(only("admin"));
  }

  @Test
  void twoAnnotationsOfOneMethod_areTheStricter() {
    assertThat(inherited(Twice.class, "openAndShut")).isEqualTo(only("user"));
    assertThat(inherited(Twice.class, "shutTwice")).isEqualTo("nobody");
    assertThat(DeclaredRule.isContradictory(method(Twice.class, "openAndShut"))).isTrue();
    assertThat(DeclaredRule.isContradictory(method(Guarded.class, "forAll"))).isFalse();
  }

  @Test
  void isRuled_whereThereIsARuleAnywhereAbove() {
    assertThat(
            Map.of(
                Guarded.class, RuleSearch.isRuled(Guarded.class),
                ImplementingHeir.class, RuleSearch.isRuled(ImplementingHeir.class),
                Both.class, RuleSearch.isRuled(Both.class)))
        .doesNotContainValue(false);
    assertThat(RuleSearch.isRuled(List.class)).isFalse();
  }

  @Test
  void mayRestrict_inWhicheverWayRulesAreLookedFor() {
    assertThat(AccessRules.mayRestrict(Heir.class, method(Heir.class, "forAdmins"))).isTrue();
    assertThat(AccessRules.mayRestrict(MethodFirst.class, method(MethodFirst.class, "half")))
        .isTrue();
    assertThat(AccessRules.mayRestrict(Guarded.class, method(Guarded.class, "forAll"))).isFalse();
  }

  @Test
  void rules_ofResourcesWithoutAny_areAsSet() {
    Method own = method(OfClass.class, "half");
    Method bare = method(Implementing.class, "given");
    AccessRules closed = new AccessRules(RuleSearch.DECLARED, AccessRule.NOBODY);

    assertThat(closed.ofResource(OfClass.class, own)).isEqualTo(AccessRule.EVERYBODY);
    assertThat(closed.ofResource(Bare.class, method(Bare.class, "own")))
        .isEqualTo(AccessRule.NOBODY);
    assertThat(closed.of(Bare.class, method(Bare.class, "own"))).isEqualTo(AccessRule.EVERYBODY);
    assertThat(closed.ofResource(Implementing.class, bare)).isEqualTo(AccessRule.roles("admin"));
  }
}

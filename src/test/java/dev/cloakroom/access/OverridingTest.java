package dev.cloakroom.access;

import static dev.cloakroom.access.WrittenMethod.method;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which methods are written anew by others, so that their rules hold there. */
class OverridingTest {
  private static final String NONE = "none";
  private static final String ADMIN = AccessRule.roles("admin").toString();

  /** With type parameters, whose methods have other erasures. */
  interface Store<K, V extends Collection<?>> {
    @RolesAllowed("admin")
    void put(K key, V[] values);

    void put(Object key, Object values);
  }

  static class Base<T> implements Store<T, List<String>> {
    @Override
    public void put(T key, List<String>[] values) {}

    @Override
    public void put(Object key, Object values) {}
  }

  static class TextStore extends Base<String> {
    @Override
    public void put(String key, List<String>[] values) {}

    public void put(Integer key, List<String>[] values) {}
  }

  @SuppressWarnings("rawtypes") // on purpose
  static class RawStore implements Store {
    @Override
    public void put(Object key, Collection[] values) {}

    @Override
    public void put(Object key, Object values) {}
  }

  /** Neither is overridden. */
  static class Hidden {
    @RolesAllowed("admin")
    static void ofTheClass() {}

    @RolesAllowed("admin")
    @SuppressWarnings("UnusedMethod")
    private void inner() {}
  }

  @SuppressWarnings("HidingField")
  static class Hiding extends Hidden {
    static void ofTheClass() {}

    public void inner() {}
  }

  private static String inherited(Class<?> type, String name, Class<?>... parameters) {
    return RuleSearch.WITH_INHERITED
        .find(type, method(type, name, parameters))
        .map(AccessRule::toString)
        .orElse(NONE);
  }

  @Test
  void methodWithTypeParameters_isFoundByWhatTheyStandFor() {
    Class<?> lists = List[].class;
    assertThat(inherited(TextStore.class, "put", String.class, lists)).isEqualTo(ADMIN);
    assertThat(inherited(Base.class, "put", Object.class, lists)).isEqualTo(ADMIN);
    assertThat(inherited(RawStore.class, "put", Object.class, Collection[].class)).isEqualTo(ADMIN);
    assertThat(inherited(TextStore.class, "put", Integer.class, lists)).isEqualTo(NONE);
    assertThat(inherited(Base.class, "put", Object.class, Object.class)).isEqualTo(NONE);
  }

  @Test
  void bridge_hasTheRuleOfWhatItLeadsTo() {
    Method bridge =
        Arrays.stream(TextStore.class.getDeclaredMethods())
            .filter(Method::isBridge)
            .findFirst()
            .orElseThrow();

    assertThat(RuleSearch.WITH_INHERITED.find(TextStore.class, bridge))
        .contains(AccessRule.roles("admin"));
  }

  @Test
  void whatIsNotOverridden_givesNothing() {
    assertThat(inherited(Hiding.class, "ofTheClass")).isEqualTo(NONE);
    assertThat(inherited(Hiding.class, "inner")).isEqualTo(NONE);
  }

  @Test
  void mayRestrict_whatNobodyElseCalls_isNot() {
    assertThat(AccessRules.mayRestrict(Hidden.class, method(Hidden.class, "ofTheClass"))).isFalse();
  }
}

package dev.cloakroom.access;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of an application's methods, each worked out once. Safe for use by several threads. */
public final class AccessRules {
  private final RuleSearch search;
  private final AccessRule unannotated;
  private final Map<Key, AccessRule> beans = new ConcurrentHashMap<>();
  private final Map<Key, AccessRule> resources = new ConcurrentHashMap<>();

  private record Key(Class<?> type, Method method) {}

  /**
   * Rules that are looked for in one way.
   *
   * @param unannotated the rule of a resource's method that has none
   */
  public AccessRules(RuleSearch search, AccessRule unannotated) {
    this.search = search;
    this.unannotated = unannotated;
  }

  /** The rule of a bean's method: everybody may call one without any. */
  public AccessRule of(Class<?> type, Method method) {
    return rule(beans, new Key(type, method), AccessRule.EVERYBODY);
  }

  /**
   * The rule of a Jakarta REST resource's method or locator. One that says what must be proven, and
   * nothing of roles, is for those for whom one without annotations is.
   */
  public AccessRule ofResource(Class<?> type, Method method) {
    return rule(resources, new Key(type, method), unannotated);
  }

  /** Looked up first: a map that may have to compute can lock, and threads would wait in line. */
  private AccessRule rule(Map<Key, AccessRule> known, Key key, AccessRule otherwise) {
    AccessRule rule = known.get(key);
    return rule == null ? known.computeIfAbsent(key, unknown -> found(unknown, otherwise)) : rule;
  }

  /** Whether resources need no rule to be open to everybody. */
  public boolean leaveUnannotatedOpen() {
    return !unannotated.restricts();
  }

  private AccessRule found(Key key, AccessRule otherwise) {
    return search
        .find(key.type(), key.method())
        .orElse(otherwise)
        .with(RuleSearch.proof(key.type(), key.method()));
  }

  /**
   * Whether there is a method of a class that not everybody may call, in whichever way rules are
   * looked for.
   */
  static boolean restrictAny(Class<?> type) {
    return RuleSearch.isRuled(type)
        && Lineage.types(type)
            .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
            .anyMatch(method -> mayRestrict(type, method));
  }

  /** Whether a method is one that not everybody may call, in whichever way rules are looked for. */
  static boolean mayRestrict(Class<?> type, Method method) {
    return RuleSearch.isRuled(type)
        && isCalledFromOutside(method)
        && !RestSetter.is(method)
        && !ContainerCall.is(type, method)
        && (restricts(RuleSearch.WITH_INHERITED, type, method)
            || restricts(RuleSearch.DECLARED, type, method)
            || mayAskForProof(type, method));
  }

  /**
   * Whether a method is one whose callers must have proven more, which no container knows anything
   * of.
   */
  static boolean mayAskForProof(Class<?> type, Method method) {
    return RuleSearch.proof(type, method).isAsked();
  }

  private static boolean restricts(RuleSearch search, Class<?> type, Method method) {
    return search.find(type, method).filter(AccessRule::restricts).isPresent();
  }

  private static boolean isCalledFromOutside(Method method) {
    int modifiers = method.getModifiers();
    return !Modifier.isStatic(modifiers)
        && !Modifier.isPrivate(modifiers)
        && method.getDeclaringClass() != Object.class;
  }
}

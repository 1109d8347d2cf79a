package dev.cloakroom.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom the tokens of another issuer are about.
 *
 * @param nameClaims the claims with the caller's name, by their names, or paths to them: the first
 *     that a token has
 * @param names whether its callers are others than ours of the same name
 * @param groupsClaims the claims with the caller's groups: their names, or paths to them
 * @param groups what its groups are called here; one that is not in it keeps its name
 * @param groupsFromStores whether the application's identity stores that provide groups add theirs
 */
public record IssuerCallerSettings(
    List<String> nameClaims,
    CallerNames names,
    Set<String> groupsClaims,
    Map<String, Set<String>> groups,
    boolean groupsFromStores) {

  /** Whether the callers of another issuer are others than ours of the same name. */
  public enum CallerNames {
    /** They are: their names begin with the issuer's, as in {@code keycloak:alice}. */
    APART,
    /** They are the same people, for whose names this issuer is trusted. */
    SHARED
  }

  public IssuerCallerSettings {
    nameClaims = List.copyOf(nameClaims);
    groupsClaims = Collections.unmodifiableSet(new LinkedHashSet<>(groupsClaims));
    groups = Map.copyOf(groups);
  }

  static IssuerCallerSettings read(SettingValues values) {
    return new IssuerCallerSettings(
        List.of(values.text(IssuerSetting.CALLER_CLAIM, IssuerCallerSettings::isClaim, "")),
        values.choice(IssuerSetting.CALLERS, CallerNames.class),
        values.set(IssuerSetting.GROUPS_CLAIM, IssuerCallerSettings::isClaim, ""),
        pairs(values.set(IssuerSetting.GROUPS_MAP, text -> text.matches("[^=]+=[^=]+"), "")),
        values.flag(IssuerSetting.GROUPS_FROM_STORES));
  }

  /** The same by other claims. */
  IssuerCallerSettings namedBy(List<String> claims) {
    return new IssuerCallerSettings(claims, names, groupsClaims, groups, groupsFromStores);
  }

  private static boolean isClaim(String text) {
    return text.length() <= 256;
  }

  private static Map<String, Set<String>> pairs(Set<String> texts) {
    Map<String, Set<String>> pairs = new LinkedHashMap<>();
    for (String text : texts) {
      String[] pair = Arrays.stream(text.split("=", 2)).map(String::strip).toArray(String[]::new);
      pairs.computeIfAbsent(pair[0], from -> new LinkedHashSet<>()).add(pair[1]);
    }
    return pairs;
  }
}

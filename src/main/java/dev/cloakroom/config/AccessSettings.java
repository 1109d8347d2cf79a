package dev.cloakroom.config;

/**
 * What {@code @RolesAllowed} and the like mean where the specifications leave it open, or leave
 * applications open.
 *
 * @param unannotated who may call a Jakarta REST method without a rule
 * @param inheritsRules whether a method keeps the rule of what it overrides or implements
 * @param unguarded what becomes of an application with a rule that nobody enforces
 */
public record AccessSettings(Unannotated unannotated, boolean inheritsRules, Unguarded unguarded) {

  static AccessSettings read(SettingValues values) {
    return new AccessSettings(
        values.choice(Setting.UNANNOTATED, Unannotated.class),
        values.flag(Setting.RULES_INHERITED),
        values.choice(Setting.UNGUARDED, Unguarded.class));
  }
}

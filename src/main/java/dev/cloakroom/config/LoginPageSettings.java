package dev.cloakroom.config;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The application's login page.
 *
 * @param target the page, a path within this server, perhaps with a query; null for none
 * @param errorTarget likewise where a failed login leads; null for the page itself
 * @param stepUpTarget likewise where somebody is led who must prove more first; null for the page
 *     itself
 * @param factorTarget likewise where somebody is led whose login needs a second factor; null for
 *     the page itself
 * @param resources what the page consists of beside itself: paths, and with {@code /*} at their end
 *     all below them
 * @param formAction whether its form may be one of FORM authentication
 */
public record LoginPageSettings(
    @Nullable String target,
    @Nullable String errorTarget,
    @Nullable String stepUpTarget,
    @Nullable String factorTarget,
    Set<String> resources,
    FormAction formAction) {

  /** Where a form of FORM authentication goes, beside its page. */
  private static final String ACTION = "j_security_check";

  private static final int LEVEL_OF_LOGIN = 1;

  public LoginPageSettings {
    resources = Set.copyOf(resources);
  }

  /**
   * Where somebody is led who must prove a level first; null if there is no such page. The login
   * page proves no level above its own, so that it would lead back for ever.
   */
  public @Nullable String stepUpPage(int level) {
    return stepUpTarget == null && level <= LEVEL_OF_LOGIN ? target : stepUpTarget;
  }

  /** Whether a path within the application is one of the pages that lead back, by its form. */
  public boolean leadBackFrom(String path) {
    return openPaths().contains(path)
        || (stepUpTarget != null && path.equals(withoutQuery(stepUpTarget)));
  }

  /** The path of a page. */
  public static String withoutQuery(String page) {
    return page.split("\\?", 2)[0];
  }

  /** The page and that of failed logins, without their queries. */
  private Set<String> paths() {
    return paths(Stream.of(target, errorTarget));
  }

  /** The paths of all pages that somebody sees who is not logged in yet. */
  public Set<String> openPaths() {
    return paths(Stream.of(target, errorTarget, factorTarget));
  }

  private static Set<String> paths(Stream<@Nullable String> pages) {
    Set<String> paths = new TreeSet<>();
    pages.filter(page -> page != null).forEach(page -> paths.add(withoutQuery(page)));
    return paths;
  }

  /**
   * Where forms of FORM authentication go, which name a relative address: within the application,
   * and beside the pages.
   */
  Set<String> formActions() {
    if (formAction == FormAction.OFF) {
      return Set.of();
    }
    Set<String> actions = new TreeSet<>(Set.of("/" + ACTION));
    paths().forEach(page -> actions.add(beside(page)));
    if (stepUpTarget != null) {
      actions.add(beside(withoutQuery(stepUpTarget)));
    }
    return actions;
  }

  private static String beside(String page) {
    return page.substring(0, page.lastIndexOf('/') + 1) + ACTION;
  }

  static LoginPageSettings read(SettingValues values) {
    return new LoginPageSettings(
        values.textOrNull(Setting.LOGIN_PAGE, TextRules::isTarget, LoginSettings.REMEDY),
        values.textOrNull(Setting.LOGIN_ERROR_PAGE, TextRules::isTarget, LoginSettings.REMEDY),
        values.textOrNull(Setting.LOGIN_STEP_UP_PAGE, TextRules::isTarget, LoginSettings.REMEDY),
        values.textOrNull(Setting.LOGIN_FACTOR_PAGE, TextRules::isTarget, LoginSettings.REMEDY),
        values.set(
            Setting.LOGIN_RESOURCES,
            TextRules::isPathOrBelow,
            "Write a path, or /css/* for all below /css."),
        values.choice(Setting.LOGIN_FORM_ACTION, FormAction.class));
  }
}

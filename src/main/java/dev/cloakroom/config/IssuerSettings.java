package dev.cloakroom.config;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.cloakroom.config.IssuerCallerSettings.CallerNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Another issuer whose tokens are taken.
 *
 * @param name what the settings call it, {@code cloakroom.issuers.<name>}
 * @param issuer who it says it is ({@code iss}), compared exactly
 * @param keys where its keys come from
 * @param tokens what its tokens must be like
 * @param callers whom they are about
 * @param introspection how it is asked about them; null where they are verified by their signature
 * @param mpJwt what only MicroProfile JWT says of its issuer; null for any other
 */
public record IssuerSettings(
    String name,
    String issuer,
    IssuerKeySettings keys,
    IssuerTokenSettings tokens,
    IssuerCallerSettings callers,
    @Nullable IssuerIntrospectionSettings introspection,
    @Nullable MpJwtSettings mpJwt) {

  /** The setting that says who it is, for messages. */
  public String issuerSetting() {
    return mpJwt == null ? IssuerSetting.ISSUER.key(name) : MpJwtSetting.ISSUER.key();
  }

  /** Whether a caller of its tokens can have that name here. */
  public boolean mayName(String callerName) {
    return callers.names() == IssuerCallerSettings.CallerNames.SHARED
        || callerName.startsWith(name + ":");
  }

  /** All that a source names, in the order of their names. */
  static List<IssuerSettings> readAll(SettingValues values) {
    List<IssuerSettings> issuers = new ArrayList<>();
    values.issuers().forEach((name, ofName) -> issuers.add(read(name, ofName, values)));
    requireOneNameForEach(issuers, values.problems());
    IssuerIntrospectionSettings.requireOneForOpaqueTokens(issuers, values.problems());
    String own = values.textOrNull(Setting.ACCESS_TOKEN_ISSUER);
    ownAmong(issuers, own).forEach(values.problems()::add);
    return issuers;
  }

  /**
   * What is wrong where another issuer is called as we are: nobody could tell its tokens from ours.
   *
   * @param own who our own tokens say issued them; null where that is not configured
   */
  private static List<String> ownAmong(List<IssuerSettings> issuers, @Nullable String own) {
    return issuers.stream()
        .filter(one -> one.issuer().equals(own))
        .map(
            one ->
                ("%s=%s is the issuer of this application's own tokens."
                        + " Write who else issues tokens, or give this application another name by"
                        + " cloakroom.access-token.issuer.")
                    .formatted(one.issuerSetting(), own))
        .toList();
  }

  /** What to say of issuers that name our callers by what their own callers may choose. */
  static List<String> warnings(Settings settings) {
    return settings.issuers().stream()
        .filter(one -> one.callers().names() == CallerNames.SHARED)
        .flatMap(one -> one.warning().stream())
        .toList();
  }

  private Optional<String> warning() {
    if (mpJwt != null) {
      return tokens.audience().contains(IssuerTokenSettings.ANYBODY)
          ? Optional.of(MpJwtIssuer.OF_ANYBODY)
          : Optional.empty();
    }
    return callers.nameClaims().equals(List.of("sub"))
        ? Optional.empty()
        : Optional.of(
            ("cloakroom.issuers.%1$s.callers=shared with caller-claim=%2$s: who can have the"
                    + " issuer write another's name into %2$s is that caller here. See that"
                    + " nobody can change it there, and that it is never given to somebody"
                    + " else; or write callers=apart.")
                .formatted(name, callers.nameClaims().get(0)));
  }

  private static IssuerSettings read(String name, SettingValues values, SettingValues all) {
    return name.equals(MpJwtIssuer.NAME) ? new MpJwtIssuer(all, values).read() : read(name, values);
  }

  private static IssuerSettings read(String name, SettingValues values) {
    String issuer =
        values.required(
            IssuerSetting.ISSUER,
            TextRules::isStringOrUri,
            "Write what its tokens say in iss, exactly, a slash at the end included.");
    IssuerIntrospectionSettings introspection =
        IssuerIntrospectionSettings.read(name, issuer, values);
    return new IssuerSettings(
        name,
        issuer,
        introspection == null
            ? IssuerKeySettings.read(name, issuer, values)
            : IssuerKeySettings.none(values),
        IssuerTokenSettings.read(values),
        IssuerCallerSettings.read(values),
        introspection,
        null);
  }

  private static void requireOneNameForEach(
      List<IssuerSettings> issuers, SettingProblems problems) {
    issuers.stream()
        .filter(one -> !one.issuer().isEmpty())
        .collect(
            groupingBy(
                IssuerSettings::issuer, TreeMap::new, mapping(IssuerSettings::name, toList())))
        .values()
        .stream()
        .filter(names -> names.size() > 1)
        .forEach(
            names ->
                problems.add(
                    "cloakroom.issuers.<name>.issuer is the same for %s. Give each issuer one name."
                        .formatted(String.join(" and ", names))));
  }
}

package dev.cloakroom.issuer;

/**
 * One issuer whose tokens are taken.
 *
 * @param name what the settings call it: {@code cloakroom.issuers.<name>}; small letters, digits
 *     and dashes
 * @param issuer who it says it is ({@code iss}), compared exactly
 */
public record ForeignProfile(String name, String issuer) {}

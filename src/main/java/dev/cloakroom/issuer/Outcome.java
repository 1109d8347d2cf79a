package dev.cloakroom.issuer;

/** What looking a token of another issuer up came to. */
public sealed interface Outcome permits ForeignToken, Refused, IssuerUnavailable {}

package dev.cloakroom.issuer;

/**
 * Nobody can tell whether a token is genuine: the keys of its issuer could not be fetched, or it
 * names one that is being fetched; or its issuer was asked and did not answer; or so many were not
 * from where it came that it was not looked at. The sender may try again in a moment.
 *
 * @param profile of whom nothing is heard
 */
public record IssuerUnavailable(ForeignProfile profile) implements Outcome {}

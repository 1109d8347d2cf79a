package dev.cloakroom.issuer;

/**
 * Nobody can tell whether a token is genuine: the keys of its issuer could not be fetched, or it
 * names one that is being fetched, or so many were not from where it came that it was not looked
 * at. The sender may try again in a moment.
 *
 * @param profile whose keys are missing
 */
public record KeysUnavailable(ForeignProfile profile) implements Outcome {}

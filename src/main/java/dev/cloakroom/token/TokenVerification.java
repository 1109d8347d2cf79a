package dev.cloakroom.token;

/** What verifying a token came to: it is genuine and valid now, or it is refused. */
public sealed interface TokenVerification permits VerifiedToken, RejectedToken {}

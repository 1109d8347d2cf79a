package dev.cloakroom.issuer;

import dev.cloakroom.crypto.SignatureAlgorithm;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A key of another issuer, for one algorithm (RFC 8725 §3.1).
 *
 * @param kid its id, unique to the issuer and the algorithm; null where it has none
 */
record ForeignKey(@Nullable String kid, SignatureAlgorithm algorithm, PublicKey publicKey) {}

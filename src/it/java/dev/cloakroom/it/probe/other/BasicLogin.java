package dev.cloakroom.it.probe.other;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;

/** Asks for the server's HTTP Basic authentication. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "other")
public class BasicLogin {}

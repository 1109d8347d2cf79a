package dev.cloakroom.it.comparison.token;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** Asks for the server's MicroProfile JWT. */
@LoginConfig(authMethod = "MP-JWT")
@ApplicationPath("api")
public class TokenApplication extends Application {}

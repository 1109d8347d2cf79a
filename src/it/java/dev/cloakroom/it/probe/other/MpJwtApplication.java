package dev.cloakroom.it.probe.other;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** Asks for the server's own MicroProfile JWT. */
@ApplicationPath("api")
@LoginConfig(authMethod = "MP-JWT")
public class MpJwtApplication extends Application {}

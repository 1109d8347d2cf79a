package dev.cloakroom.it.stepup.app;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The root of the resources. */
@ApplicationPath("/api")
@DeclareRoles({"user", "admin"})
public class VaultApplication extends Application {}

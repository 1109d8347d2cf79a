package dev.cloakroom.it.probe.app;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The root of the probe's resources, and the roles that no annotation of theirs names. */
@ApplicationPath("/api")
@DeclareRoles({"user", "admin", "staff", "editor"})
public class ProbeApplication extends Application {}

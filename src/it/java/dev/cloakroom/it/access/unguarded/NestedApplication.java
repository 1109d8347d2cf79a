package dev.cloakroom.it.access.unguarded;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Has its resources found. */
@ApplicationPath("api")
public class NestedApplication extends Application {}

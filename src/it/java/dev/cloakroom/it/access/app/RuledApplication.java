package dev.cloakroom.it.access.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Has its resources found. */
@ApplicationPath("api")
public class RuledApplication extends Application {}

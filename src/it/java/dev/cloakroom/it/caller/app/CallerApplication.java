package dev.cloakroom.it.caller.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Has its resources found. */
@ApplicationPath("api")
public class CallerApplication extends Application {}

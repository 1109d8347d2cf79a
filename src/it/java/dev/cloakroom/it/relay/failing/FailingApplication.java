package dev.cloakroom.it.relay.failing;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Has its resources found. */
@ApplicationPath("api")
public class FailingApplication extends Application {}

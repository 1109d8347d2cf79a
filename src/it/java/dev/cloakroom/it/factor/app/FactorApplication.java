package dev.cloakroom.it.factor.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the resources are. */
@ApplicationPath("api")
public class FactorApplication extends Application {}

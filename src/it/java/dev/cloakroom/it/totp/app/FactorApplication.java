package dev.cloakroom.it.totp.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application of the document's resource. */
@ApplicationPath("/api")
public class FactorApplication extends Application {}

package dev.cloakroom.it.logins.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application of the resources. */
@ApplicationPath("/rest")
public class OwnApplication extends Application {}

package dev.cloakroom.it.onetime.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application of the recipes' resources. */
@ApplicationPath("/api")
public class MembersApplication extends Application {}

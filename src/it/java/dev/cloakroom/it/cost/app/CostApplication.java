package dev.cloakroom.it.cost.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** At {@code api}. */
@ApplicationPath("api")
public class CostApplication extends Application {}

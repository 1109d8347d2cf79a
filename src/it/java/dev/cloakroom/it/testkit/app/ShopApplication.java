package dev.cloakroom.it.testkit.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The resources. */
@ApplicationPath("/api")
public class ShopApplication extends Application {}

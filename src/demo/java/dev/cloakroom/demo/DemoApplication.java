package dev.cloakroom.demo;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST half of the demo, below {@code /api}. */
@ApplicationPath("/api")
public class DemoApplication extends Application {}

package dev.cloakroom.demo;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The root of the demo's REST resources. Its empty body leaves finding them to the server. */
@ApplicationPath("/api")
public class DemoApplication extends Application {}

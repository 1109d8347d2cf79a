package dev.cloakroom.it.starts.ordered;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application's Jakarta REST. */
@ApplicationPath("api")
public class OrderedApplication extends Application {}

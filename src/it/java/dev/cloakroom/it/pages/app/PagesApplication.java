package dev.cloakroom.it.pages.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The resources. */
@ApplicationPath("/rest")
public class PagesApplication extends Application {}

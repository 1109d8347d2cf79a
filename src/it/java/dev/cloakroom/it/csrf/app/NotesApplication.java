package dev.cloakroom.it.csrf.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The resources. */
@ApplicationPath("/rest")
public class NotesApplication extends Application {}

package dev.cloakroom.it.starts.hiding;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Jakarta REST where the sessions are. */
@ApplicationPath("sessions")
public class SessionsApplication extends Application {}

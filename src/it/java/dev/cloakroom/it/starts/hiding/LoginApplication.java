package dev.cloakroom.it.starts.hiding;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Jakarta REST below the path of the login, where Cloakroom has nothing. */
@ApplicationPath("login")
public class LoginApplication extends Application {}

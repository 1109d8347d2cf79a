package dev.cloakroom.it.browser.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The resources. */
@ApplicationPath("/api")
public class BankApplication extends Application {}

package dev.cloakroom.it.access.listed;

import jakarta.ws.rs.ApplicationPath;

/** The same beside one that has our filter. */
@ApplicationPath("beside")
public class ServicelessBeside extends ServicelessApplication {}

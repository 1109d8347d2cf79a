package dev.cloakroom.it.access.listed;

import jakarta.ws.rs.Path;

/** A resource that is listed as an object. */
@Path("object")
public class ListedObject extends Listed {}

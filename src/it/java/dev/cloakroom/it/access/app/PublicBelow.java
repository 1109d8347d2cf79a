package dev.cloakroom.it.access.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Answers before a locator that could lead there. */
@Path("locators/admins/public")
public class PublicBelow {

  @GET
  public String forEverybody() {
    return "for everybody";
  }
}

package dev.cloakroom.it.starts.hiding;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Answers with the application's text. */
@Path("/text")
public class TextResource {

  @GET
  public String text() {
    return "the application's";
  }
}

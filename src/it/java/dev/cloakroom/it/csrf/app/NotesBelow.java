package dev.cloakroom.it.csrf.app;

import dev.cloakroom.CsrfExempt;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** What a locator gives. */
public class NotesBelow {
  private final Notes notes;

  NotesBelow(Notes notes) {
    this.notes = notes;
  }

  @POST
  public String write(String text) {
    return notes.write(text);
  }

  @POST
  @Path("beacon")
  @CsrfExempt
  public String writeBeacon(String text) {
    return notes.write(text);
  }
}

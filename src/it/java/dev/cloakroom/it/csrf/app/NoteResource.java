package dev.cloakroom.it.csrf.app;

import dev.cloakroom.CsrfExempt;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;

/** Notes by Jakarta REST; one way to write them is exempt. */
@Path("notes")
public class NoteResource {
  @Inject Notes notes;

  @GET
  public int count() {
    return notes.count();
  }

  @POST
  @Consumes("application/json")
  public String writeJson(String json) {
    return notes.write(json);
  }

  @POST
  @Path("field")
  @Consumes("application/x-www-form-urlencoded")
  public String writeField(@FormParam("text") String text) {
    return notes.write(text);
  }

  @POST
  @Path("form")
  @Consumes("application/x-www-form-urlencoded")
  public String writeForm(MultivaluedMap<String, String> form) {
    return notes.write(form.getFirst("text"));
  }

  @DELETE
  public String delete() {
    return notes.write("deleted");
  }

  @POST
  @Path("beacon")
  @CsrfExempt
  public String writeBeacon(String text) {
    return notes.write(text);
  }

  @Path("below")
  public NotesBelow below() {
    return new NotesBelow(notes);
  }
}

package dev.cloakroom.it.csrf.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The bean behind the Faces view. */
@Named
@RequestScoped
public class NoteForm {
  private String text = "";
  private String said = "";

  @Inject Notes notes;

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getSaid() {
    return said;
  }

  /** Writes the note. */
  public void write() {
    said = notes.write(text);
  }
}

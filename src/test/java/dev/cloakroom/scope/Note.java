package dev.cloakroom.scope;

import dev.cloakroom.LoginScoped;
import java.util.ArrayList;
import java.util.List;

/** A bean that may come to hold anything. */
@LoginScoped
public class Note {
  private Object text = "";
  private List<Object> more = new ArrayList<>();

  /** What it says. */
  public Object text() {
    return text;
  }

  /** Has it say something. */
  public void write(Object words) {
    text = words;
  }

  /** Has it hold something more. */
  public void add(Object thing) {
    more.add(thing);
  }
}

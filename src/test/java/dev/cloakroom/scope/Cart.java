package dev.cloakroom.scope;

import dev.cloakroom.LoginScoped;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bean as an application writes it: not Serializable itself, with something injected. */
@LoginScoped
public class Cart {
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private transient List<String> looks = new ArrayList<>();
  private String begun = "not yet";

  @Inject private Journal journal;

  /** So many of something. */
  public record Line(int count, List<Wish> wishes) implements java.io.Serializable {}

  /** Named by {@link Line} only. */
  public enum Wish {
    GIFT_WRAPPED,
    TODAY
  }

  /** What happens to beans; outlives them. */
  @jakarta.inject.Singleton
  public static class Journal {
    final List<String> entries = new ArrayList<>();
  }

  @PostConstruct
  void begin() {
    begun = "begun";
    journal.entries.add("begun");
  }

  @PreDestroy
  void end() {
    journal.entries.add("ended with " + lines.keySet());
  }

  /** Puts something in. */
  public void put(String what, int count) {
    lines.put(what, new Line(count, List.of(Wish.TODAY)));
  }

  /** What is in it. */
  public Map<String, Line> lines() {
    looks.add("seen");
    return lines;
  }

  /** Whether it was begun, whichever instance this is. */
  public String begun() {
    return begun;
  }

  /** How often this very instance was looked at. */
  public int looks() {
    return looks.size();
  }
}

package dev.cloakroom.it.probe.scoped;

import dev.cloakroom.LoginScoped;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a caller has put aside. Not Serializable itself; one of its methods is for some only. */
@LoginScoped
public class Basket {
  private final List<Item> items = new ArrayList<>();
  private String name = "";

  @Inject private BasketJournal journal;

  /** Something put aside. */
  public record Item(String what) implements Serializable {}

  @PostConstruct
  void begin() {
    name = "basket " + journal.begun();
  }

  @PreDestroy
  void end() {
    journal.ended(name + " with " + list());
  }

  /** Its name, given once in a login. */
  public String name() {
    return name;
  }

  /** Puts something aside. */
  public void put(String what) {
    items.add(new Item(what));
  }

  /** All that was put aside. */
  public String list() {
    return items.stream().map(Item::what).collect(Collectors.joining(","));
  }

  /** Forgets everything. */
  @RolesAllowed("admin")
  public void empty() {
    items.clear();
  }
}

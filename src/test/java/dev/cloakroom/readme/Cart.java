package dev.cloakroom.readme;

import dev.cloakroom.LoginScoped;
import java.util.ArrayList;
import java.util.List;

@LoginScoped
public class Cart {

  private final List<String> items = new ArrayList<>();

  public void add(String item) {
    items.add(item);
  }
}

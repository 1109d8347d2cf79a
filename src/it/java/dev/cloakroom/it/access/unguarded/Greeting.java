package dev.cloakroom.it.access.unguarded;

/** What is decorated. */
public interface Greeting {
  String greet();
}

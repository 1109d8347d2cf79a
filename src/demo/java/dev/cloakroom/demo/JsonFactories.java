package dev.cloakroom.demo;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonReaderFactory;
import java.util.Map;

/**
 * What makes and reads JSON, looked up once: {@code Json.createObjectBuilder()} and its like look
 * their provider up on each call, which costs more than the rest of a short answer. Safe for use by
 * several threads.
 */
final class JsonFactories {

  static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
  static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private JsonFactories() {}
}

package dev.cloakroom.client.objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;

/** Jackson, with the modules that lie beside it. */
final class ByJackson implements ObjectJson {
  private final ObjectMapper mapper =
      new ObjectMapper()
          .registerModules(ObjectMapper.findModules(ByJackson.class.getClassLoader()))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  @Override
  public <T> T read(String json, Class<T> type) {
    try {
      return Objects.requireNonNull(mapper.readValue(json, type), "null");
    } catch (JsonProcessingException | NullPointerException e) {
      throw new IllegalArgumentException("No JSON of " + type.getName(), e);
    }
  }

  @Override
  public String write(Object object) {
    try {
      return mapper.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No JSON of " + object.getClass().getName(), e);
    }
  }
}

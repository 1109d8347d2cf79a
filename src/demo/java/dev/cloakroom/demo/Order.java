package dev.cloakroom.demo;

import jakarta.json.JsonObject;

/**
 * One order of a caller.
 *
 * @param id its number, unique in this server
 * @param wanted what was ordered
 */
record Order(long id, OrderRequest wanted) {

  JsonObject toJson() {
    return JsonFactories.BUILDERS
        .createObjectBuilder()
        .add("id", id)
        .add("item", wanted.item())
        .add("quantity", wanted.quantity())
        .build();
  }
}

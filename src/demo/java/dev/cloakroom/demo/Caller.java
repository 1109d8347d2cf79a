package dev.cloakroom.demo;

import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * The caller of one request, as the server sees them.
 *
 * @param name the caller's name
 * @param groups those of the demo's groups that the caller is in
 */
record Caller(String name, List<String> groups) {

  static final String USER = "user";
  static final String ADMIN = "admin";

  static Caller of(SecurityContext security) {
    List<String> groups = Stream.of(USER, ADMIN).filter(security::isUserInRole).toList();
    return new Caller(security.getUserPrincipal().getName(), groups);
  }

  JsonObjectBuilder toJson() {
    return JsonFactories.BUILDERS
        .createObjectBuilder()
        .add("caller", name)
        .add("groups", JsonFactories.BUILDERS.createArrayBuilder(groups));
  }
}

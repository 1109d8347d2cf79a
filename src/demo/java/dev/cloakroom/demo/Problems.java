package dev.cloakroom.demo;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Refusals of the demo's own resources, as problem details (RFC 9457). */
final class Problems {

  private Problems() {}

  /**
   * A refusal.
   *
   * @param detail tells the caller what to do instead
   */
  static Response of(Status status, String detail) {
    return Response.status(status)
        .type("application/problem+json")
        .entity(
            JsonFactories.BUILDERS
                .createObjectBuilder()
                .add("title", status.getReasonPhrase())
                .add("status", status.getStatusCode())
                .add("detail", detail)
                .build()
                .toString())
        .build();
  }
}

package dev.cloakroom.demo;

import jakarta.json.Json;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;

/** An order that cannot be accepted as it was sent: 400 with a problem that says why. */
final class InvalidOrderException extends BadRequestException {

  InvalidOrderException(String detail) {
    super(detail, problem(detail));
  }

  private static Response problem(String detail) {
    return Response.status(Response.Status.BAD_REQUEST)
        .type("application/problem+json")
        .entity(
            Json.createObjectBuilder()
                .add("title", "Bad Request")
                .add("status", Response.Status.BAD_REQUEST.getStatusCode())
                .add("detail", detail)
                .build()
                .toString())
        .build();
  }
}

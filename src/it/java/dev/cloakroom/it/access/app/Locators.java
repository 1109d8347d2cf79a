package dev.cloakroom.it.access.app;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.atomic.AtomicInteger;

/** Leads to other objects. */
@Path("locators")
public class Locators {
  static final AtomicInteger RUN = new AtomicInteger();

  @Inject Injected injected;

  @GET
  public String run() {
    return String.valueOf(RUN.get());
  }

  @Path("admins")
  @RolesAllowed("admin")
  public Open forAdmins() {
    RUN.incrementAndGet();
    return new Open();
  }

  @Path("nobody")
  @DenyAll
  public Open forNobody() {
    RUN.incrementAndGet();
    return new Open();
  }

  @Path("items/{id: [a-z]{2,9}}")
  @RolesAllowed("admin")
  public Open item(@PathParam("id") String id) {
    RUN.incrementAndGet();
    return new Open();
  }

  @GET
  @Path("items/public")
  public String publicItem() {
    return "for everybody";
  }

  @Path("bean")
  public Injected bean() {
    return injected;
  }
}

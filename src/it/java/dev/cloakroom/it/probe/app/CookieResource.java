package dev.cloakroom.it.probe.app;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The ways by which Jakarta REST sends cookies. */
@Path("cookies")
public class CookieResource {
  private static final byte[] LARGE = new byte[100_000];

  static {
    Arrays.fill(LARGE, (byte) 'x');
  }

  @Inject Visits visits;

  @GET
  public Response cookies() {
    visits.count();
    return withCookies(Response.ok("done".getBytes(StandardCharsets.UTF_8)));
  }

  @GET
  @Path("large")
  public Response large() {
    visits.count();
    return withCookies(Response.ok(LARGE));
  }

  @GET
  @Path("failing")
  public Response failing() {
    visits.count();
    return withCookies(Response.status(409));
  }

  @GET
  @Path("visit")
  public String visit() {
    return Integer.toString(visits.count());
  }

  private static Response withCookies(Response.ResponseBuilder response) {
    return response
        .cookie(new NewCookie.Builder("basket").value("full").path("/").build())
        .cookie(new NewCookie.Builder("theme").value("dark").build())
        .build();
  }
}

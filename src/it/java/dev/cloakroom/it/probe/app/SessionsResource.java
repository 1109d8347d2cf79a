package dev.cloakroom.it.probe.app;

import dev.cloakroom.LoginSession;
import dev.cloakroom.LoginSessions;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What an application's administrators do, without any permission asked: the tests are trusted. */
@Path("sessions")
public class SessionsResource {
  @Inject LoginSession current;
  @Inject LoginSessions sessions;
  @Inject Instance<ProbeIdentityStore> store;

  @GET
  public String of(@QueryParam("caller") String caller) {
    List<String> ids = sessions.of(caller).stream().map(LoginSession::id).toList();
    return String.join(",", ids);
  }

  @POST
  @Path("rotate")
  public String rotate() {
    current.rotate();
    return current.id();
  }

  @POST
  @Path("end")
  public String end(@FormParam("id") String id) {
    return Boolean.toString(sessions.end(id));
  }

  @POST
  @Path("end-all")
  public String endAll(@FormParam("caller") String caller) {
    return Integer.toString(sessions.endAll(caller));
  }

  /** As an administrator who disables somebody. */
  @POST
  @Path("disable")
  public String disable(@FormParam("caller") String caller) {
    store.get().disable(caller);
    return Integer.toString(sessions.endAll(caller));
  }

  @POST
  @Path("end-all-before")
  public String endAllBefore(@FormParam("moment") String moment) {
    return Integer.toString(sessions.endAllBefore(Instant.parse(moment)));
  }

  @POST
  @Path("change-groups")
  public String changeGroups(
      @FormParam("caller") String caller, @FormParam("groups") String groups) {
    return Integer.toString(sessions.changeGroups(caller, Set.of(groups.split(","))));
  }

  /** As an application that changes what its own caller may do would write it. */
  @POST
  @Path("promote")
  public String promote(
      @Context HttpServletRequest request, @Context HttpServletResponse response) {
    sessions.changeGroups(current.callerName(), Set.of("user", "admin"));
    current.rotate();
    return String.join(",", current.groups().stream().sorted().toList());
  }
}

package dev.cloakroom.it.probe.scoped;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The basket of whoever is logged in. */
@Path("basket")
@RolesAllowed("user")
@Produces(MediaType.TEXT_PLAIN)
public class BasketResource {
  @Inject Basket basket;
  @Inject BasketJournal journal;

  @GET
  public String list() {
    return basket.list();
  }

  @GET
  @Path("name")
  public String name() {
    return basket.name();
  }

  @GET
  @Path("ends")
  public String ends() {
    return journal.ends();
  }

  @POST
  public String put(@FormParam("what") String what) {
    basket.put(what);
    return basket.list();
  }

  /** Puts something aside and takes its time with the answer. */
  @POST
  @Path("slowly")
  public String putSlowly(@FormParam("what") String what) throws InterruptedException {
    basket.put(what);
    journal.rest();
    return basket.list();
  }

  /** Puts something aside while another request takes its time. */
  @POST
  @Path("meanwhile")
  public String putMeanwhile(@FormParam("what") String what) throws InterruptedException {
    journal.awaitResting();
    basket.put(what);
    return basket.list();
  }

  /** Has the request that takes its time go on. */
  @POST
  @Path("wake")
  public void wake() {
    journal.wake();
  }

  @DELETE
  public String empty() {
    basket.empty();
    return basket.list();
  }
}

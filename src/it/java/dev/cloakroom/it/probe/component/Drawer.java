package dev.cloakroom.it.probe.component;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** A bean that the server may write down between two requests, with all that is bound to it. */
@SessionScoped
public class Drawer implements Serializable {
  private static final long serialVersionUID = 1L;

  private int opened;

  @RolesAllowed("admin")
  public String open() {
    opened++;
    return "opened " + opened;
  }
}

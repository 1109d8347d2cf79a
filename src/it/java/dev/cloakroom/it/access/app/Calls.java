package dev.cloakroom.it.access.app;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Open to everybody; calls a bean that is not. */
@Path("calls/{bean}")
public class Calls {
  @Inject Injected resource;
  @Inject Instance<Injected> found;
  @Inject Ledger byInterface;
  @Inject Heir heir;
  @Inject Made made;
  @Inject Decorated decorated;
  @Inject Accounts enterpriseBean;
  @Inject InheritingAccounts inheriting;
  @Inject RuledAccounts ruled;

  @GET
  public String call(@PathParam("bean") String bean) {
    return switch (bean) {
      case "resource" -> resource.get();
      case "found" -> found.get().get();
      case "by-interface" -> byInterface.read();
      case "by-generic-interface" -> byInterface.readOf("2026");
      case "heir" -> heir.read();
      case "made" -> made.read();
      case "decorated" -> decorated.read();
      case "enterprise-bean" -> enterpriseBean.read();
      case "enterprise-bean-ruled" -> ruled.own();
      case "enterprise-bean-ruled-handed-on" -> ruled.handedOn();
      case "enterprise-bean-inherited" -> inheriting.inherited();
      default -> throw new IllegalArgumentException(bean);
    };
  }
}

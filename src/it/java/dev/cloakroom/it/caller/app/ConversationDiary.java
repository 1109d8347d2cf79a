package dev.cloakroom.it.caller.app;

import dev.cloakroom.LoginSession;
import dev.cloakroom.LoginSessions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Of a conversation, guarded, and injected with all there is. */
@ConversationScoped
public class ConversationDiary implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject LoginSession session;
  @Inject LoginSessions sessions;
  @Inject JsonWebToken token;
  private int entries;

  @RolesAllowed("user")
  public String enter() {
    entries++;
    return session.callerName()
        + " "
        + entries
        + " "
        + sessions.of(session.callerName()).isEmpty()
        + " "
        + (token.getClaimNames() == null);
  }
}

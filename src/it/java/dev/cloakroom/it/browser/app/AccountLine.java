package dev.cloakroom.it.browser.app;

import jakarta.inject.Inject;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.security.Principal;

/** Tells the balance over a WebSocket, behind a constraint of the {@code web.xml}. */
@ServerEndpoint("/declared/line")
public class AccountLine {
  @Inject Journal journal;

  @OnOpen
  public void open(Session session) throws IOException {
    Principal caller = session.getUserPrincipal();
    journal.note(JournalFilter.mark(session.getQueryString()), "opened by " + caller.getName());
    session.getBasicRemote().sendText("balance of " + caller.getName());
  }
}

package dev.cloakroom.it.probe.component;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** Tells who opened the conversation; behind a constraint of the {@code web.xml}. */
@ServerEndpoint("/declared/chat")
public class GuardedChat {

  @OnOpen
  public void open(Session session) throws IOException {
    session.getBasicRemote().sendText("opened by " + Chat.caller(session));
  }
}

package dev.cloakroom.it.probe.component;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.security.Principal;

/** Tells who opened the conversation, at once and again to every message. */
@ServerEndpoint("/chat")
public class Chat {

  @OnOpen
  public void open(Session session) throws IOException {
    session.getBasicRemote().sendText("opened by " + caller(session));
  }

  @OnMessage
  public String answer(String message, Session session) {
    return message + " from " + caller(session);
  }

  static String caller(Session session) {
    Principal caller = session.getUserPrincipal();
    return caller == null ? "nobody" : caller.getName();
  }
}

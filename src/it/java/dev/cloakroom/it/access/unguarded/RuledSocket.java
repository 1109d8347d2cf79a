package dev.cloakroom.it.access.unguarded;

import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** A WebSocket endpoint. */
@ServerEndpoint("/ruled-socket")
public class RuledSocket {

  @OnMessage
  @RolesAllowed("admin")
  public String answer(String text) {
    return text;
  }
}

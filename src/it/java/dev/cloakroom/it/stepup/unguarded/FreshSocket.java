package dev.cloakroom.it.stepup.unguarded;

import dev.cloakroom.Fresh;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** A WebSocket endpoint. */
@ServerEndpoint("/fresh-socket")
@Fresh
public class FreshSocket {

  @OnMessage
  public String answer(String text) {
    return text;
  }
}

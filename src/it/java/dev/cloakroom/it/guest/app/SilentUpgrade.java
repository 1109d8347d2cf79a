package dev.cloakroom.it.guest.app;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;

/** Ends the connection that it is given. */
public class SilentUpgrade implements HttpUpgradeHandler {

  /** Made by the container. */
  public SilentUpgrade() {}

  @Override
  public void init(WebConnection connection) {
    try {
      connection.close();
    } catch (Exception ended) {
      throw new IllegalStateException(ended);
    }
  }

  @Override
  public void destroy() {}
}

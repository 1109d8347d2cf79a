package dev.cloakroom.servlet;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A response of ours that stands between the application and the container's own, and judges what
 * is set by way of it. What we set ourselves goes past it.
 */
public interface GuardingResponse {

  /** The response behind it. */
  HttpServletResponse guarded();

  /**
   * The response behind all of ours, whatever the application or an include has put around them;
   * where there is none of ours, the given one.
   */
  static HttpServletResponse behind(HttpServletResponse response) {
    HttpServletResponse found = response;
    ServletResponse layer = response;
    while (layer instanceof ServletResponseWrapper wrapper) {
      if (wrapper instanceof GuardingResponse guarding) {
        found = guarding.guarded();
      }
      layer = wrapper.getResponse();
    }
    return found;
  }
}

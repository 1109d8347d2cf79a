package dev.cloakroom.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The caller that the container has for a request in which somebody logs in. There are servers that
 * do not ask the mechanism while they have one; and to make them forget the caller is not to end
 * that caller's login.
 */
public final class EarlierCaller {
  private static final String SET_ASIDE = EarlierCaller.class.getName();

  private EarlierCaller() {}

  /** Makes the container forget the caller of a request; the login goes on. */
  public static void setAside(HttpServletRequest request) {
    request.setAttribute(SET_ASIDE, true);
    try {
      request.logout();
    } catch (ServletException failure) {
      throw new IllegalStateException("The server does not let go of its caller.", failure);
    } finally {
      request.removeAttribute(SET_ASIDE);
    }
  }

  /** Whether that is under way, and no logout. */
  public static boolean isSetAside(ServletRequest request) {
    return request.getAttribute(SET_ASIDE) != null;
  }
}

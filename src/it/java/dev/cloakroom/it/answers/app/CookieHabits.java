package dev.cloakroom.it.answers.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;

/** The cookies that the application adds; what is refused is told. */
@ApplicationScoped
public class CookieHabits {

  String add(String kind, HttpServletResponse response) {
    try {
      response.addCookie(cookie(kind));
      return "added";
    } catch (IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static Cookie cookie(String kind) {
    return switch (kind) {
      case "fancy" -> fancy();
      case "spaced" -> new Cookie("basket", "two pears");
      case "broken" -> new Cookie("basket", "two;pears");
      default -> new Cookie(kind, "of-the-application");
    };
  }

  private static Cookie fancy() {
    Cookie cookie = new Cookie("basket", "full");
    cookie.setPath("/shop");
    cookie.setMaxAge(60);
    cookie.setAttribute("Priority", "High");
    cookie.setAttribute("Partitioned", "");
    return cookie;
  }
}

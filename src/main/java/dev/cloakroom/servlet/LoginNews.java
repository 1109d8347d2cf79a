package dev.cloakroom.servlet;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of a login. The mechanism has it before the container knows the caller; so
 * whoever asked the container for the login keeps it back until then, and tells it in any case.
 * Belongs to one request.
 */
public final class LoginNews {
  private static final String ATTRIBUTE = LoginNews.class.getName();

  private final ServletRequest request;
  private @Nullable Runnable news;

  private LoginNews(ServletRequest request) {
    this.request = request;
  }

  /** Keeps back what is told for a request from now on, until {@link #release}. */
  public static LoginNews keepBack(ServletRequest request) {
    LoginNews kept = new LoginNews(request);
    request.setAttribute(ATTRIBUTE, kept);
    return kept;
  }

  /** Tells it: now, if nobody keeps it back. */
  public static void tell(ServletRequest request, Runnable news) {
    if (request.getAttribute(ATTRIBUTE) instanceof LoginNews kept) {
      kept.news = news;
    } else {
      news.run();
    }
  }

  /** Tells what was kept back, and keeps nothing back any more. */
  public void release() {
    request.removeAttribute(ATTRIBUTE);
    if (news != null) {
      news.run();
    }
  }
}

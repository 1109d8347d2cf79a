package dev.cloakroom.cdi;

import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

/** Something that must be so in an application before it may be served. */
interface StartCheck {

  /**
   * Looks when the application's listeners are told that it starts. What web components there are
   * cannot be asked by then.
   *
   * @return what keeps the application from being served, in words; null if nothing does
   */
  @Nullable String whenStarting(ServletContext application);

  /**
   * Looks when all servlets of the application have started.
   *
   * @return what keeps the application from being served, in words; null if nothing does
   */
  @Nullable String whenStarted();
}

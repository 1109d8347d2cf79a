package dev.cloakroom.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The request that the calling thread serves, while the application has it: what CDI's request
 * stands for, without its way there.
 */
public final class ThreadRequest {
  private static final ThreadLocal<@Nullable HttpServletRequest> CURRENT = new ThreadLocal<>();

  private ThreadRequest() {}

  /** That request; null if the thread serves none, or the application does not have it. */
  public static @Nullable HttpServletRequest current() {
    return CURRENT.get();
  }

  /**
   * From now on it is this one. Of none a thread keeps that it is none: to forget even that would
   * cost each request.
   *
   * @return the one before, to come back to
   */
  public static @Nullable HttpServletRequest replace(@Nullable HttpServletRequest request) {
    HttpServletRequest before = CURRENT.get();
    CURRENT.set(request);
    return before;
  }
}

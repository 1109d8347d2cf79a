package dev.cloakroom.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContext;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one application that the beans are there for. Safe for use by several threads. */
@ApplicationScoped
public class ServedApplication {
  private final AtomicReference<@Nullable ServletContext> first = new AtomicReference<>();

  /**
   * Says that an application has these beans.
   *
   * @return the first that said so
   */
  public ServletContext firstBefore(ServletContext application) {
    ServletContext before = first.compareAndExchange(null, application);
    return before == null ? application : before;
  }
}

package dev.cloakroom.it.probe.app;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts in the container's session, which the first call begins. */
@SessionScoped
public class Visits implements Serializable {
  private static final long serialVersionUID = 1L;
  private final AtomicInteger visits = new AtomicInteger();

  /** The number of this visit. */
  public int count() {
    return visits.incrementAndGet();
  }
}

package dev.cloakroom.it.probe.app;

import jakarta.servlet.ServletException;

/** An exception that the {@code web.xml} names a page for. */
public class PagedException extends ServletException {
  private static final long serialVersionUID = 1L;
}

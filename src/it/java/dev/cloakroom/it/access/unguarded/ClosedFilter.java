package dev.cloakroom.it.access.unguarded;

import jakarta.annotation.security.DenyAll;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;

/** A filter. */
@WebFilter("/nowhere")
@DenyAll
public class ClosedFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
}

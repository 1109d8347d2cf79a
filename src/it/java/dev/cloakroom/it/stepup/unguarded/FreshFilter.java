package dev.cloakroom.it.stepup.unguarded;

import dev.cloakroom.Fresh;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;

/** A filter. */
@WebFilter("/nowhere")
@Fresh
public class FreshFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
}

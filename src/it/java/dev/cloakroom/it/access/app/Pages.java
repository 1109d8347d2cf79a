package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;

/**
 * With a type parameter.
 *
 * @param <T> what names a page
 */
public interface Pages<T> {

  @RolesAllowed("admin")
  String readOf(T page);
}

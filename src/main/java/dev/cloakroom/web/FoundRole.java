package dev.cloakroom.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A role in which a request's caller was found.
 *
 * @param caller the very object that stands for them: whoever logs in or out meanwhile has another
 */
record FoundRole(Principal caller, String role) {

  @SuppressWarnings("ReferenceEquality") // one equal to it may be of another login
  boolean is(@Nullable String asked, @Nullable Principal now) {
    return role.equals(asked) && caller == now;
  }
}

package dev.cloakroom.readme;

import java.util.Optional;
import java.util.Set;

/** Stands for whatever the reader's application knows its members by. */
public interface Members {

  /**
   * The name of a member who may log in, as it is stored, by what somebody has typed; empty if
   * there is none.
   */
  Optional<String> named(String typed);

  /** The groups that a member is in. */
  Set<String> groups(String name);

  /** Has a member log in by this password from now on, and by no other. */
  void changePassword(String name, String password);

  /** Sends a member a link. */
  void mail(String name, String link);
}

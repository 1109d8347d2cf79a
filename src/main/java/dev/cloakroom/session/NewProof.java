package dev.cloakroom.session;

import dev.cloakroom.AuthenticationLevel;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a caller who is logged in has just proven.
 *
 * @param level from 1 to {@link AuthenticationLevel#HIGHEST}
 * @param methods how, as RFC 8176 names it: 1 to 8, each of 1 to 32 characters
 */
public record NewProof(int level, Set<String> methods) {
  private static final int MOST_METHODS = 8;

  /** They travel in tokens and lists. */
  private static final Pattern METHOD = Pattern.compile("[A-Za-z0-9._:-]{1,32}");

  public NewProof {
    methods = Set.copyOf(methods);
    if (level < 1 || level > AuthenticationLevel.HIGHEST) {
      throw new IllegalArgumentException(
          "A level is 1 to " + AuthenticationLevel.HIGHEST + ", not " + level + ".");
    }
    boolean named = methods.stream().allMatch(method -> METHOD.matcher(method).matches());
    if (methods.isEmpty() || methods.size() > MOST_METHODS || !named) {
      throw new IllegalArgumentException(
          "Name 1 to 8 methods by which the caller has proven who they are, as RFC 8176 does (otp,"
              + " hwk): each of 1 to 32 letters, digits and . _ : -");
    }
  }
}

package dev.cloakroom;

import java.util.List;

/**
 * Codes that stand for an authenticator app that is lost, each good once. They are kept as hashes,
 * so this is the one time that they can be shown. Immutable; prints none of them.
 *
 * @param codes ten, such as {@code 7KQ2-M8XC-0VTD-3HZP}; when they are typed, case, spaces and
 *     dashes do not count, and O, I and L stand for 0, 1 and 1
 */
public record RecoveryCodes(List<String> codes) {

  public RecoveryCodes {
    codes = List.copyOf(codes);
  }

  @Override
  public String toString() {
    return "RecoveryCodes[***]";
  }
}

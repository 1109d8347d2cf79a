package dev.cloakroom.factor;

import static java.util.stream.Collectors.joining;

import dev.cloakroom.RecoveryCodes;
import dev.cloakroom.crypto.Base32;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.naming.FoldedName;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recovery codes that were just made: what their owner is shown, and what is kept. A code has 80
 * random bits, so many that nobody finds one by its hash, and is four groups of four of Douglas
 * Crockford's base 32, which has no letter that looks like a digit.
 *
 * @param shown to be shown once
 * @param hashes of what a caller types, with the caller's name before it, so that who tries codes
 *     on the hashes of many callers tries them for one
 */
record NewRecoveryCodes(RecoveryCodes shown, List<SecretHash> hashes) {
  private static final int COUNT = 10;
  private static final int BYTES = 10;
  private static final int GROUP = 4;
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  static NewRecoveryCodes of(String callerName, RandomIds random) {
    List<String> codes =
        Stream.generate(() -> Base32.encode(random.salt(BYTES), ALPHABET)).limit(COUNT).toList();
    return new NewRecoveryCodes(
        new RecoveryCodes(codes.stream().map(NewRecoveryCodes::grouped).toList()),
        codes.stream().map(code -> SecretHash.of(hashed(callerName, code))).toList());
  }

  private static String grouped(String code) {
    return IntStream.range(0, code.length() / GROUP)
        .mapToObj(i -> code.substring(i * GROUP, (i + 1) * GROUP))
        .collect(joining("-"));
  }

  /** What is hashed of a code without groups. */
  static String hashed(String callerName, String code) {
    return code + FoldedName.of(callerName);
  }
}

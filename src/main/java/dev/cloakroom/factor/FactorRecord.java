package dev.cloakroom.factor;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.SecretHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a caller, before it is sealed: {@code
 * <secret>.<lastStep>.<pending>.<since>.<hash>,<hash>,….<owner>}, bytes in base64url, moments in
 * seconds. Immutable.
 *
 * @param secret what codes are made of; null if the caller is not enrolled
 * @param lastStep no code of this step or one before it is good any more
 * @param pending what has not been confirmed; null for nothing
 * @param recovery the hashes of the recovery codes that are left
 * @param owner that of the name by which the caller began, in its spelling; null if nobody has
 */
record FactorRecord(
    @Nullable TotpSecret secret,
    long lastStep,
    @Nullable PendingSecret pending,
    List<SecretHash> recovery,
    @Nullable SecretHash owner) {
  static final FactorRecord NOTHING =
      new FactorRecord(null, TotpSecret.NONE, null, List.of(), null);

  private static final int PARTS = 6;

  FactorRecord {
    recovery = List.copyOf(recovery);
  }

  boolean isEnrolled() {
    return secret != null;
  }

  /**
   * Whether a name is the caller's to the last character. What a database takes for the same may be
   * somebody else's, who must prove this factor and cannot change it.
   */
  boolean isOwnedBy(String callerName) {
    return owner == null || owner.matches(callerName);
  }

  /** With a secret that was shown to whoever has this name; that is who has it from then on. */
  FactorRecord pending(PendingSecret shown, String callerName) {
    return new FactorRecord(secret, lastStep, shown, recovery, SecretHash.of(callerName));
  }

  /** With the pending secret in force, of which the code of a step was shown. */
  FactorRecord confirmed(TotpSecret shown, long step, List<SecretHash> codes) {
    return new FactorRecord(shown, step, null, codes, owner);
  }

  FactorRecord used(long step) {
    return new FactorRecord(secret, step, pending, recovery, owner);
  }

  FactorRecord recoverableBy(List<SecretHash> codes) {
    return new FactorRecord(secret, lastStep, pending, codes, owner);
  }

  /** Without the code that a text spells; null if it is none. How long it takes tells nothing. */
  @Nullable FactorRecord without(String code) {
    List<SecretHash> left = new ArrayList<>();
    for (SecretHash one : recovery) {
      if (!one.matches(code)) {
        left.add(one);
      }
    }
    return left.size() == recovery.size() ? null : recoverableBy(left);
  }

  String text() {
    return Stream.of(
            secret == null ? "" : Base64Url.encode(secret.bytes()),
            String.valueOf(lastStep),
            pending == null ? "" : Base64Url.encode(pending.secret().bytes()),
            pending == null ? "" : String.valueOf(pending.since().getEpochSecond()),
            recovery.stream()
                .map(hash -> Base64Url.encode(hash.toBytes()))
                .collect(Collectors.joining(",")),
            owner == null ? "" : Base64Url.encode(owner.toBytes()))
        .collect(Collectors.joining("."));
  }

  /**
   * Reads what {@link #text} gave.
   *
   * @throws IllegalArgumentException if it is of another form
   */
  static FactorRecord parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("what is kept of factors has six parts");
    }
    return new FactorRecord(
        parts[0].isEmpty() ? null : TotpSecret.of(bytes(parts[0])),
        Long.parseLong(parts[1]),
        parts[2].isEmpty() ? null : pending(bytes(parts[2]), parts[3]),
        Stream.of(parts[4].split(",", -1))
            .filter(hash -> !hash.isEmpty())
            .map(hash -> SecretHash.fromBytes(bytes(hash)))
            .toList(),
        parts[5].isEmpty() ? null : SecretHash.fromBytes(bytes(parts[5])));
  }

  private static PendingSecret pending(byte[] secret, String since) {
    return new PendingSecret(TotpSecret.of(secret), Instant.ofEpochSecond(Long.parseLong(since)));
  }

  private static byte[] bytes(String part) {
    return Base64Url.decode(part)
        .orElseThrow(() -> new IllegalArgumentException("a part is not base64url"));
  }
}

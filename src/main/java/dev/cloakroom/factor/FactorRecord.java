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
 * <secret>.<lastStep>.<pending>.<since>.<hash>,<hash>,…}, bytes in base64url, moments in seconds.
 * Immutable.
 *
 * @param secret what codes are made of; null if the caller is not enrolled
 * @param lastStep no code of this step or one before it is good any more
 * @param pending what has not been confirmed; null for nothing
 * @param recovery the hashes of the recovery codes that are left
 */
record FactorRecord(
    @Nullable TotpSecret secret,
    long lastStep,
    @Nullable PendingSecret pending,
    List<SecretHash> recovery) {
  static final FactorRecord NOTHING = new FactorRecord(null, TotpSecret.NONE, null, List.of());

  private static final int PARTS = 5;

  FactorRecord {
    recovery = List.copyOf(recovery);
  }

  boolean isEnrolled() {
    return secret != null;
  }

  FactorRecord pending(PendingSecret shown) {
    return new FactorRecord(secret, lastStep, shown, recovery);
  }

  /** With the pending secret in force, of which the code of a step was shown. */
  FactorRecord confirmed(TotpSecret shown, long step, List<SecretHash> codes) {
    return new FactorRecord(shown, step, null, codes);
  }

  FactorRecord used(long step) {
    return new FactorRecord(secret, step, pending, recovery);
  }

  FactorRecord recoverableBy(List<SecretHash> codes) {
    return new FactorRecord(secret, lastStep, pending, codes);
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
                .collect(Collectors.joining(",")))
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
      throw new IllegalArgumentException("what is kept of factors has five parts");
    }
    return new FactorRecord(
        parts[0].isEmpty() ? null : TotpSecret.of(bytes(parts[0])),
        Long.parseLong(parts[1]),
        parts[2].isEmpty() ? null : pending(bytes(parts[2]), parts[3]),
        Stream.of(parts[4].split(",", -1))
            .filter(hash -> !hash.isEmpty())
            .map(hash -> SecretHash.fromBytes(bytes(hash)))
            .toList());
  }

  private static PendingSecret pending(byte[] secret, String since) {
    return new PendingSecret(TotpSecret.of(secret), Instant.ofEpochSecond(Long.parseLong(since)));
  }

  private static byte[] bytes(String part) {
    return Base64Url.decode(part)
        .orElseThrow(() -> new IllegalArgumentException("a part is not base64url"));
  }
}

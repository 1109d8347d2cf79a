package dev.cloakroom.factor;

import dev.cloakroom.RecoveryCodes;
import dev.cloakroom.Totp;
import dev.cloakroom.TotpEnrolment;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.event.FactorChanged;
import dev.cloakroom.event.FactorChanged.Change;
import dev.cloakroom.store.remote.CallerNames;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is enrolled with an authenticator app, and how. Safe for use by several threads. */
public final class StoredTotp implements Totp {
  private final FactorRecords records;
  private final FactorEvents events;
  private final RandomIds random;
  private final Clock clock;

  /** Enrolments that are kept in these records. */
  public StoredTotp(FactorRecords records, FactorEvents events, RandomIds random, Clock clock) {
    this.records = records;
    this.events = events;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public TotpEnrolment enroll(String callerName, String issuer, String account) {
    if (!FactorRecords.canKeep(callerName) || !CallerNames.isStorable(callerName)) {
      throw new IllegalArgumentException(
          "Of a caller with such a name nothing can be kept: it has 1 to 255 characters, without"
              + " U+0000 and halves of surrogate pairs.");
    }
    TotpSecret secret = TotpSecret.random(random);
    String uri = OtpauthUri.of(secret, issuer, account);
    TotpEnrolment shown = new TotpEnrolment(secret.base32(), uri, QrPicture.of(uri));
    PendingSecret pending = new PendingSecret(secret, clock.instant());
    records.change(callerName, current -> begun(callerName, current, pending));
    return shown;
  }

  private static FactorRecord begun(
      String callerName, FactorRecord current, PendingSecret pending) {
    if (current.isEnrolled() && !current.isOwnedBy(callerName)) {
      throw new IllegalArgumentException(
          "Another spelling of this name is enrolled, which may be somebody else's. Whoever it is"
              + " can change it by that spelling alone.");
    }
    return current.pending(pending, callerName);
  }

  @Override
  public Optional<RecoveryCodes> confirm(String callerName, String code) {
    Instant now = clock.instant();
    NewRecoveryCodes codes = NewRecoveryCodes.of(callerName, random);
    return TypedCode.digits(code)
        .map(
            shown ->
                records.change(
                    callerName,
                    current ->
                        current.isOwnedBy(callerName)
                            ? confirmed(current, shown, now, codes)
                            : null))
        .map(changed -> announced(callerName, changed, codes, now));
  }

  private static @Nullable FactorRecord confirmed(
      FactorRecord current, String code, Instant now, NewRecoveryCodes codes) {
    PendingSecret pending = current.pending();
    if (pending == null || !pending.isGoodAt(now)) {
      return null;
    }
    long step = pending.secret().stepOf(code, now);
    return step == TotpSecret.NONE
        ? null
        : current.confirmed(pending.secret(), step, codes.hashes());
  }

  private RecoveryCodes announced(
      String callerName, FactorRecords.Changed changed, NewRecoveryCodes codes, Instant now) {
    Change change = changed.before().isEnrolled() ? Change.REPLACED : Change.ADDED;
    events.changed(new FactorChanged(callerName, TotpFactor.METHOD, change, now));
    return codes.shown();
  }

  @Override
  public boolean isEnrolled(String callerName) {
    return records.of(callerName).isEnrolled();
  }

  @Override
  public boolean remove(String callerName) {
    FactorRecords.Changed removed =
        records.change(
            callerName,
            current ->
                current.equals(FactorRecord.NOTHING) || !current.isOwnedBy(callerName)
                    ? null
                    : FactorRecord.NOTHING);
    boolean wasEnrolled = removed != null && removed.before().isEnrolled();
    if (wasEnrolled) {
      events.changed(
          new FactorChanged(callerName, TotpFactor.METHOD, Change.REMOVED, clock.instant()));
    }
    return wasEnrolled;
  }

  @Override
  public Optional<RecoveryCodes> newRecoveryCodes(String callerName) {
    NewRecoveryCodes codes = NewRecoveryCodes.of(callerName, random);
    FactorRecords.Changed changed =
        records.change(
            callerName,
            current ->
                current.isEnrolled() && current.isOwnedBy(callerName)
                    ? current.recoverableBy(codes.hashes())
                    : null);
    if (changed == null) {
      return Optional.empty();
    }
    events.changed(
        new FactorChanged(callerName, RecoveryCodeFactor.METHOD, Change.REPLACED, clock.instant()));
    return Optional.of(codes.shown());
  }

  @Override
  public int recoveryCodesLeft(String callerName) {
    return records.of(callerName).recovery().size();
  }
}

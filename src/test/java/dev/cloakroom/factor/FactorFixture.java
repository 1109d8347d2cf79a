package dev.cloakroom.factor;

import dev.cloakroom.FactorStore;
import dev.cloakroom.RecoveryCodes;
import dev.cloakroom.TotpEnrolment;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.event.FactorChanged;
import dev.cloakroom.event.RecoveryCodeUsed;
import dev.cloakroom.event.SecurityEvent;
import dev.cloakroom.testing.ManualClock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A node that keeps factors, and an app that makes codes of what it is shown. */
final class FactorFixture {
  static final KeyRing RING = KeyLoader.generate();

  final ManualClock clock;
  final List<SecurityEvent> events = new CopyOnWriteArrayList<>();
  final StoredTotp totp;
  final TotpFactor codes;
  final RecoveryCodeFactor recovery;

  FactorFixture(FactorStore store, ManualClock clock) {
    this(store, clock, RING);
  }

  FactorFixture(FactorStore store, ManualClock clock, KeyRing ring) {
    this.clock = clock;
    FactorRecords records = new FactorRecords(store, ring.deriveSealing("second factors"));
    FactorEvents heard =
        new FactorEvents() {
          @Override
          public void changed(FactorChanged event) {
            events.add(event);
          }

          @Override
          public void used(RecoveryCodeUsed event) {
            events.add(event);
          }
        };
    this.totp = new StoredTotp(records, heard, new RandomIds(), clock);
    this.codes = new TotpFactor(records, clock);
    this.recovery = new RecoveryCodeFactor(records, heard, clock);
  }

  /** What the app shows so many steps from now. */
  String code(TotpEnrolment shown, int stepsFromNow) {
    return Hotp.password(secret(shown.secret()), TotpSecret.stepAt(clock.instant()) + stepsFromNow);
  }

  /** Has a caller enroll and confirm, and waits until the code of that is over. */
  Enrolled enrolled(String callerName) {
    TotpEnrolment shown = totp.enroll(callerName, "Shop");
    RecoveryCodes recoveryCodes = totp.confirm(callerName, code(shown, 0)).orElseThrow();
    clock.advance(TotpSecret.STEP);
    return new Enrolled(shown, recoveryCodes);
  }

  /** What a caller has written down. */
  record Enrolled(TotpEnrolment app, RecoveryCodes recovery) {}

  /** As an app reads base32. */
  private static byte[] secret(String base32) {
    byte[] bytes = new byte[base32.length() * 5 / 8];
    for (int i = 0; i < base32.length() * 5; i++) {
      int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i / 5));
      if ((digit >> (4 - i % 5) & 1) == 1) {
        bytes[i / 8] |= (byte) (0x80 >> i % 8);
      }
    }
    return bytes;
  }
}

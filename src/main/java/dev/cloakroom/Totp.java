package dev.cloakroom;

import java.util.Optional;

/**
 * Codes of an authenticator app as a second factor (TOTP), and recovery codes for whoever has lost
 * the app: six digits, a new code each thirty seconds, as all such apps make them. Who is enrolled
 * is asked for one at each login; there are {@link SecondFactor}s {@code otp} and {@code
 * recovery-code} for it.
 *
 * <p>A code is good from half a minute before its time to half a minute after it, and once, over
 * all nodes; so is each recovery code. Secrets are encrypted where they are kept, by a key that is
 * derived of {@code cloakroom.keys.location} or {@code cloakroom.keys.secret}: without that key
 * nobody who is enrolled can log in. They are kept in the database of {@code
 * cloakroom.factor.data-source}, or by the application's own {@link FactorStore}.
 *
 * <p>Injected with {@code @Inject Totp}; safe for use by several threads, also outside of a
 * request. <b>It checks no permission.</b> Call {@link #enroll}, {@link #confirm}, {@link #remove}
 * and {@link #newRecoveryCodes} only for the logged-in caller, who has just proven who they are:
 *
 * <pre>{@code
 * @POST
 * @RolesAllowed("customer")
 * @Fresh(within = "PT5M")
 * public TotpEnrolment enroll() {
 *   return totp.enroll(login.callerName(), "Shop");
 * }
 * }</pre>
 *
 * <p>A caller is asked for a code by whatever spelling of the name a login comes, without regard to
 * case, accents and spaces, since many databases have none; to change what is kept takes the one by
 * which they enrolled.
 *
 * <p>When a factor is added, replaced or removed, the login sessions of this spelling of the name
 * end, all but the one that the calling thread works for, and {@link
 * dev.cloakroom.event.FactorChanged} is fired; for each recovery code that is used, {@link
 * dev.cloakroom.event.RecoveryCodeUsed}. Tell the caller of both by mail.
 *
 * <p>Each method throws {@link IllegalStateException} if nothing says where factors are kept, or no
 * key is configured, so that they could not be read after the next start; and {@link
 * StoreUnavailableException} if they cannot be read or written; left alone it is answered 503. It
 * is unknown then whether a change was made.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
public interface Totp {

  /**
   * Begins to enroll a caller, or to replace the app of one who is enrolled. Nothing is asked of
   * them, and what they had stays good, until they {@link #confirm} within an hour. To begin again
   * makes what was begun before worthless.
   *
   * @param callerName as {@link LoginSession#callerName} gives it
   * @param issuer the application, as the app shows it: 1 to 64 characters without a colon
   * @param account the account, as the app shows it: 1 to 255 characters, such as a mail address
   * @throws IllegalArgumentException if a text is not so, if issuer and account are so long
   *     together that no app could scan them, if no store keeps such a name, or if another spelling
   *     of it is enrolled: that alone can change what it has
   */
  TotpEnrolment enroll(String callerName, String issuer, String account);

  /**
   * The same, with the caller's name as the account.
   *
   * @throws IllegalArgumentException as above
   */
  default TotpEnrolment enroll(String callerName, String issuer) {
    return enroll(callerName, issuer, callerName);
  }

  /**
   * Ends what {@link #enroll} began: from now on the caller is asked for a code at each login. That
   * of an earlier app, and all earlier recovery codes, are good no longer.
   *
   * @param code what the app shows, with or without spaces; anything will do
   * @return recovery codes to be shown to the caller; empty if that is not the code, or nothing was
   *     begun within the last hour
   */
  Optional<RecoveryCodes> confirm(String callerName, String code);

  /** Whether a caller is enrolled, and so is asked for a code at each login. */
  boolean isEnrolled(String callerName);

  /**
   * Removes a caller's app and recovery codes, and what was begun: from now on the password alone
   * logs them in.
   *
   * @return whether the caller was enrolled, by this spelling of the name
   */
  boolean remove(String callerName);

  /**
   * Makes a caller other recovery codes; the earlier ones are good no longer.
   *
   * @return empty if the caller is not enrolled
   */
  Optional<RecoveryCodes> newRecoveryCodes(String callerName);

  /** How many recovery codes a caller has that were not used yet; 0 if they are not enrolled. */
  int recoveryCodesLeft(String callerName);
}

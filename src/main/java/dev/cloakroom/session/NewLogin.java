package dev.cloakroom.session;

import dev.cloakroom.event.Device;
import dev.cloakroom.store.Assurance;
import dev.cloakroom.store.BeanState;
import dev.cloakroom.store.Client;
import dev.cloakroom.store.Login;
import dev.cloakroom.store.TicketState.Persistence;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A login that succeeded and asks for a session. Each method gives a changed copy; without any, the
 * session goes with the browser and has a cookie alone.
 */
public final class NewLogin {
  private final Login login;
  private final Credentials credentials;
  private final Brought brought;
  private final Map<String, BeanState> kept;
  private final @Nullable Completion completion;

  /** What a client gets at login. */
  enum Handout {
    /** The session cookie alone: what a browser gets. */
    COOKIE,
    /** The session cookie, an access token and a refresh token. */
    COOKIE_AND_TOKENS
  }

  /**
   * What the client gets.
   *
   * @param persistence whether it keeps the ticket when it is closed
   */
  private record Credentials(Persistence persistence, Handout handout) {
    static final Credentials OF_A_BROWSER = new Credentials(Persistence.TRANSIENT, Handout.COOKIE);
  }

  /**
   * What the client has of earlier logins.
   *
   * @param device whether this caller logged in on it before
   * @param session the id of one that is about to end in favour of this; null if there is none
   */
  private record Brought(Device device, @Nullable String session) {
    static final Brought NOTHING = new Brought(Device.NOT_REMEMBERED, null);
  }

  /**
   * What the caller has proven after the credential.
   *
   * @param at when, which is when the session begins
   */
  private record Completion(NewProof proof, Instant at) {}

  private NewLogin(
      Login login,
      Credentials credentials,
      Brought brought,
      Map<String, BeanState> kept,
      @Nullable Completion completion) {
    this.login = login;
    this.credentials = credentials;
    this.brought = brought;
    this.kept = kept;
    this.completion = completion;
  }

  /**
   * The login of a caller.
   *
   * @param callerName the name that the identity store gave
   * @param groups the groups that the identity stores gave
   * @param begunAt when the login began, before the credential was checked, so that ending all of a
   *     caller's sessions also reaches a login under way
   */
  public static NewLogin of(String callerName, Set<String> groups, Instant begunAt) {
    Login login = new Login(callerName, groups, Set.of(), begunAt, new Client("", ""));
    return new NewLogin(login, Credentials.OF_A_BROWSER, Brought.NOTHING, Map.of(), null);
  }

  /** This login, with how the caller proved who they are (RFC 8176, section 2). */
  public NewLogin provenBy(Set<String> methods) {
    return with(new Login(login.callerName(), login.groups(), methods, login.at(), login.client()));
  }

  /** This login, with where it came from. */
  public NewLogin from(String address, String userAgent) {
    Client client = new Client(address, userAgent);
    return with(new Login(login.callerName(), login.groups(), login.methods(), login.at(), client));
  }

  /** This login, with a ticket that outlives the browser. */
  public NewLogin remembered() {
    return with(new Credentials(Persistence.PERSISTENT, handout()));
  }

  /** This login, with an access token and a refresh token beside the cookie. */
  public NewLogin withTokens() {
    return with(new Credentials(persistence(), Handout.COOKIE_AND_TOKENS));
  }

  /** Whether the client gets tokens beside the cookie. */
  public boolean isWithTokens() {
    return handout() == Handout.COOKIE_AND_TOKENS;
  }

  /** This login, which the client puts in the place of an earlier session of its own. */
  public NewLogin inPlaceOf(StoredLoginSession earlier) {
    return with(new Brought(brought.device(), earlier.id()));
  }

  /** This login, on a device that the caller is known on or not. */
  public NewLogin on(Device device) {
    return with(new Brought(device, brought.session()));
  }

  /** This login, with what is kept of its caller, as what the application's beans hold is. */
  public NewLogin keeping(Map<String, BeanState> state) {
    return new NewLogin(login, credentials, brought, Map.copyOf(state), completion);
  }

  /**
   * This login, which something more has completed.
   *
   * @param at when: from then on the session counts, and the login since it began
   */
  public NewLogin completedBy(NewProof proof, Instant at) {
    return new NewLogin(login, credentials, brought, kept, new Completion(proof, at));
  }

  private NewLogin with(Login changed) {
    return new NewLogin(changed, credentials, brought, kept, completion);
  }

  private NewLogin with(Brought changed) {
    return new NewLogin(login, credentials, changed, kept, completion);
  }

  private NewLogin with(Credentials changed) {
    return new NewLogin(login, changed, brought, kept, completion);
  }

  /** The caller's name. */
  public String callerName() {
    return login.callerName();
  }

  Login login() {
    return login;
  }

  /** When its session begins. */
  Instant opensAt() {
    return completion == null ? login.at() : completion.at();
  }

  /** What was proven besides. */
  Assurance proven() {
    return completion == null
        ? Assurance.NONE
        : Assurance.NONE.with(
            completion.proof().level(), completion.proof().methods(), completion.at());
  }

  Persistence persistence() {
    return credentials.persistence();
  }

  Handout handout() {
    return credentials.handout();
  }

  Map<String, BeanState> kept() {
    return kept;
  }

  /** Whether the caller logged in on the device before. */
  Device device() {
    return brought.device();
  }

  /** The id of the session that is about to end in favour of this one; null if there is none. */
  @Nullable String replaced() {
    return brought.session();
  }
}

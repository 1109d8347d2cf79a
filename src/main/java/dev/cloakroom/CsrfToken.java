package dev.cloakroom;

/**
 * The CSRF token of whom the current request comes from: of their login, or of the visitor who is
 * not logged in. With {@code cloakroom.csrf=token} or {@code always} a request that changes
 * something, and that a cookie authenticates, must bring one: in the header {@link #getHeader}, or
 * in the form field {@link #getParameter}; never in an address, where it would end up in logs.
 *
 * <p>{@code @Inject CsrfToken} may be kept in a bean of any scope. In pages it is the bean {@code
 * csrf}, unless the application has one of that name:
 *
 * <pre>{@code
 * <input type="hidden" name="#{csrf.parameter}" value="#{csrf.token}"/>
 * }</pre>
 *
 * <p>Safe for use by several threads.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">
 *     OWASP, Cross-Site Request Forgery Prevention</a>
 */
public interface CsrfToken {

  /**
   * A token, written differently each time, so that a compressed answer tells nothing about it.
   * Each is good until the login ends. Empty where the settings ask for none.
   *
   * <p>The first one that a visitor is given comes with a cookie: ask for it before the answer is
   * on its way.
   *
   * @throws IllegalStateException for a visitor whom no cookie can reach any more, and where nobody
   *     is logged in and no request is served
   */
  String getToken();

  /** The name of the form field, {@code _csrf}. */
  String getParameter();

  /** The name of the header, {@code X-CSRF-Token}. */
  String getHeader();
}

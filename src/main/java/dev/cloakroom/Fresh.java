package dev.cloakroom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only for callers who have proven who they are a short while ago, by a login or by {@link
 * LoginSession#elevate}: for what a computer that was left alone must not do. With {@link
 * AuthenticationLevel} the proof of that level must be so young, not only a login.
 *
 * <p>It stands where {@link AuthenticationLevel} may, and is answered alike.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9470#section-3">RFC 9470, section 3</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Fresh {

  /**
   * How old the proof may be, as an ISO-8601 duration from {@code PT1S} to {@code P1D}, such as
   * {@code PT10M}; with any other text the application does not start.
   */
  String within() default "PT10M";
}

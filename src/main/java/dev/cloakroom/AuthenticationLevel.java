package dev.cloakroom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only for callers who have proven who they are at this level, or one above, since they logged in.
 * A login is level 1; what raises it is {@link LoginSession#elevate}. Together with {@link Fresh}
 * that very level must have been proven lately.
 *
 * <p>It stands beside {@code @RolesAllowed}, at a class or a method of a Jakarta REST resource, a
 * CDI bean or an Enterprise Bean, or at a servlet's class, and holds where that would. Whoever is
 * logged in below the level is answered 401 with the challenge of RFC 9470; a visitor of a page is
 * led to {@code cloakroom.login.step-up-page}. On an object that nothing can stand before, the
 * application does not start.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9470#section-3">RFC 9470, section 3</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AuthenticationLevel {

  /** The highest level there is. */
  int HIGHEST = 9;

  /** The least level, from 1 to {@link #HIGHEST}; with any other the application does not start. */
  int value();
}

package dev.cloakroom.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who is logged in during a test: at a class, a method, or a parameter, the nearest counts: what is
 * declared at a class before what it inherits, and that before the class around it. Annotations can
 * be composed of it. Constructors and {@code @BeforeAll} come before anybody is logged in.
 *
 * <p><b>With a server</b>, which is one with a {@link BaseUrl}, parameters of type {@link
 * dev.cloakroom.client.LoginClient} are clients of this caller. The application under test has the
 * kit in {@code WEB-INF/lib} and the setting {@code cloakroom-testkit=on}; its identity stores are
 * not asked, unless there is a {@link #password}. Before and after each test its clock goes right
 * and its store in memory is emptied; so tests of one JVM on one application wait for each other.
 * With Arquillian's extension beside it, before it or after it, the tests are run from outside of
 * the server ({@code @Deployment(testable = false)}, or {@code @RunAsClient}).
 *
 * <p><b>Without a server</b> parameters of type {@link FakeLogin}, {@link
 * dev.cloakroom.LoginSession}, {@code JsonWebToken}, {@link java.security.Principal} and {@link
 * jakarta.security.enterprise.SecurityContext} are this caller's, and what {@link TestLogins} gives
 * to the beans of a CDI container answers for this caller on the thread of the test.
 *
 * <p>Weld JUnit ({@code @EnableAutoWeld}) gives parameters that are beans, too, and JUnit refuses
 * parameters that two could give. {@code @ExplicitParamInjection} beside it leaves them to the kit.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@ExtendWith(LoginExtension.class)
public @interface LoggedInAs {

  /** The caller's name. */
  String value();

  /** The groups that the caller is in. */
  String[] groups() default {};

  /** The level that the caller has proven: 1 by logging in, more as the application means it. */
  int level() default 1;

  /** Whether the caller has just proven who they are, and not longer ago than counts as fresh. */
  boolean fresh() default true;

  /**
   * With a server: logs in as everybody does, by this password. The application's identity stores
   * then say the groups, and the application needs no kit. Empty for the door of the kit.
   */
  String password() default "";
}

package dev.cloakroom.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field of a test class, of type {@link java.net.URI}, {@link java.net.URL} or {@link String},
 * with the address of the application under test, such as {@code http://localhost:8080/shop}.
 * Without one it is a field with Arquillian's {@code @ArquillianResource}, or else the system
 * property {@code cloakroom-testkit.url}; without that, the test is one without a server.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface BaseUrl {}

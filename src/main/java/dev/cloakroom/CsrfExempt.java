package dev.cloakroom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What is asked for here needs no CSRF token, whatever {@code cloakroom.csrf} says: a method of a
 * Jakarta REST resource, all methods of a resource's class, or a servlet. Pages of other origins
 * are refused all the same. For what clients send that cannot add a token, such as {@code
 * navigator.sendBeacon}; what needs no login needs no exemption, since nobody asks there.
 */
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CsrfExempt {}

package dev.cloakroom.it.access.unguarded;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A stereotype, which gives scopes and interceptors, and no rule. */
@Stereotype
@RequestScoped
@RolesAllowed("admin")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RuledStereotype {}

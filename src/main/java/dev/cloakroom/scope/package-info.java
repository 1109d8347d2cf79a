/**
 * {@code @LoginScoped}: beans that live as long as the login session. Entry types: {@link
 * dev.cloakroom.scope.LoginScopeExtension}, which finds the beans, {@link
 * dev.cloakroom.scope.LoginContext}, which gives each request its instances, and {@link
 * dev.cloakroom.scope.RequestBeans}, which has them kept.
 *
 * <p>It knows nothing of where a session is kept, nor of how an answer is written.
 */
@NullMarked
package dev.cloakroom.scope;

import org.jspecify.annotations.NullMarked;

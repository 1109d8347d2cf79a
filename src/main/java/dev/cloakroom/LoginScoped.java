package dev.cloakroom;

import jakarta.enterprise.context.NormalScope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The beans of this scope live as long as the login session: from their first use after the login
 * until its end, on whichever server the next request lands. For an anonymous caller, and outside
 * of an HTTP request, the scope is not active.
 *
 * <p>What a bean holds is its fields, but for {@code transient} and static ones and those that the
 * container injects. They are kept with the login session, and their types must be primitive or
 * {@link java.io.Serializable}; the bean's class need not be. Each request that uses the bean gets
 * an instance of its own, made from what is kept, with everything injected anew: it needs no locks.
 * {@code @PostConstruct} runs when a bean begins, not when it is made again; where the first
 * requests come together or fail, a bean begins more than once, and one of them is kept. What is
 * injected into the constructor belongs into a {@code transient} field.
 *
 * <p><strong>When it is written.</strong> Only when the request has changed it, before the first
 * byte of the answer leaves, and once more when the request is done. Change beans before you write
 * the answer: what is changed later can be lost, which is logged. A request whose exception reaches
 * the server before its answer has begun changes nothing.
 *
 * <p><strong>Two requests at once.</strong> Where two requests of one login change the same bean at
 * the same time, the first to be done is kept. The other is answered 409 with the reason {@code
 * conflicting-change}, and none of its beans is kept: nothing is overwritten unseen. Requests that
 * only read, or that change different beans, do not get into each other's way.
 *
 * <p><strong>How much.</strong> All beans of a login together may hold {@code
 * cloakroom.login-scoped.max-size} bytes, 16 KiB unless set; a request that makes them larger is
 * answered 507 with the reason {@code state-too-large}.
 *
 * <p><strong>Of which types.</strong> Nothing is read back but the types that the fields of these
 * beans name, those that these name in turn, common types of the JDK, and what {@code
 * cloakroom.login-scoped.types} adds. A value of any other type is refused when it is written.
 *
 * <p><strong>The end.</strong> {@code @PreDestroy} runs once, when the session is ended, for
 * whatever {@link dev.cloakroom.event.EndReason}. When the session runs out (with tokens: when its
 * refresh token has run out, too), it runs some seconds later, on one of the servers that used the
 * bean, on a thread of its own outside of any request; not if all of these have been stopped or
 * restarted since, nor if the store failed at that very moment.
 *
 * <p>It is for classes, not for producers and not for Enterprise Beans.
 *
 * @see <a href="https://jakarta.ee/specifications/cdi/4.0/">Jakarta CDI 4.0, section 2.4</a>
 */
@NormalScope
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LoginScoped {}

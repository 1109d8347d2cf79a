/**
 * The client half: a client that keeps its login state, for tests and for services that call
 * others. It needs the JAR and the JDK, and no server to run in.
 *
 * <p>Entry type: {@link dev.cloakroom.client.LoginClient}. Its cookies are kept by {@link
 * dev.cloakroom.client.CookieJar}, which stands alone, too.
 *
 * <p>It must not know servlets, CDI, the settings, or how the server half keeps logins: it speaks
 * to it as any other client does.
 */
@NullMarked
package dev.cloakroom.client;

import org.jspecify.annotations.NullMarked;

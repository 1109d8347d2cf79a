/**
 * What one HTTP request carries, on the Servlet API: the credential found in it, the login
 * established for it, and the cookies and answers written to its response. Shared by the mechanism,
 * which runs before any filter, and the endpoints, which run after it.
 *
 * <p>It decides nothing: who is let in is the mechanism's business.
 */
@NullMarked
package dev.cloakroom.servlet;

import org.jspecify.annotations.NullMarked;

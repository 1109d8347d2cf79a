package dev.cloakroom.identitystore;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.session.Statement;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.session.TicketSpelling;
import dev.cloakroom.token.CookieTokens;
import dev.cloakroom.token.CookieTokens.Proof;
import dev.cloakroom.token.CookieTokens.ReadToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a ticket as a JSON Web Token, so that a program in front of the application can read who
 * the caller is; where no key is known yet, bare. The ticket's secret is the claim {@code tkt}; it
 * proves the session to the store when the token's own time is over, or its key was replaced. Safe
 * for use by several threads.
 */
public final class JwtSpelling implements TicketSpelling {
  private final CookieTokens tokens;
  private final String issuer;
  private final Duration lifetime;
  private final Clock clock;

  /**
   * Writes tokens of an issuer.
   *
   * @param lifetime how long a token may be believed: the touch interval
   */
  public JwtSpelling(CookieTokens tokens, String issuer, Duration lifetime, Clock clock) {
    this.tokens = tokens;
    this.issuer = issuer;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  @Override
  public String spell(StoredLoginSession session, Ticket ticket, int room) {
    try {
      return tokens.issue(claims(session, ticket), room).orElseGet(ticket::text);
    } catch (StoreUnavailableException noKey) {
      return ticket.text();
    }
  }

  private Map<String, Object> claims(StoredLoginSession session, Ticket ticket) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("sub", session.callerName());
    claims.put("groups", List.copyOf(session.groups()));
    claims.put("sid", session.id());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(lifetime).getEpochSecond());
    claims.put("tkt", ticket.secret().text());
    claims.put("st", Base64Url.encode(session.statement(ticket).bytes()));
    return claims;
  }

  @Override
  public @Nullable Ticket read(String text) {
    Ticket bare = Ticket.parse(text);
    return bare != null ? bare : tokens.read(text).map(JwtSpelling::ticket).orElse(null);
  }

  private static @Nullable Ticket ticket(ReadToken token) {
    Map<String, Object> claims = token.claims();
    Ticket ticket = Ticket.parse(claims.get("sid") + "." + claims.get("tkt"));
    return ticket == null || token.proof() != Proof.GENUINE
        ? ticket
        : ticket.stating(statement(ticket, claims));
  }

  private static @Nullable Statement statement(Ticket ticket, Map<String, Object> claims) {
    return claims.get("st") instanceof String stated
        ? Base64Url.decode(stated)
            .map(bytes -> Statement.decode(ticket.sessionId(), bytes))
            .orElse(null)
        : null;
  }
}

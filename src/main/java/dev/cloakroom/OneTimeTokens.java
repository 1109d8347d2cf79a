package dev.cloakroom;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that can be used once: for a link to a new password, a login without one, an address to be
 * confirmed, an invitation. Whoever has the token has what it is good for, so send it only where
 * its subject alone reads, behind the {@code #} of an address or in a field of a form. Issue and
 * redeem by POST: programs that look at mail open each link in it, and whose page caused a GET is
 * not asked.
 *
 * <p>A token is 128 random bits that find it and 256 that prove it, of which a hash alone is
 * stored, where login sessions are: all nodes that share those share it, and of all who redeem it
 * at the same time one does. If Redis or the database fails over to a copy that has not heard of it
 * yet, a used one is good once more, as long as its time goes on.
 *
 * <p>It goes by itself when its time is over, and where {@code cloakroom.one-time.max-per-subject}
 * others of its subject, purpose and {@linkplain OneTimeGrant#boundTo browser} come after it, or
 * twenty times as many of whatever browsers. Those that are bound to no browser count together: if
 * strangers can have one issued for a name, they can make an earlier one worthless. In memory there
 * is room for some tens of thousands of all subjects and purposes; of more, some go. Where
 * strangers can have one sent, {@link #countAsking} limits how often.
 *
 * <p>Injected with {@code @Inject OneTimeTokens}; safe for use by several threads, also outside of
 * a request. It checks no permission and sends no mail. Each method but {@link #askingBrowser}
 * throws {@link StoreUnavailableException} if the store does not answer, and it is unknown then
 * whether it was done.
 */
public interface OneTimeTokens {

  /**
   * A new token.
   *
   * @return 66 characters of {@code A-Z}, {@code a-z}, {@code 0-9}, {@code -}, {@code _} and {@code
   *     .}, to be kept from everybody else, and out of logs
   */
  String issue(OneTimeGrant grant);

  /**
   * A new token for whoever has it, with nothing kept beside the subject.
   *
   * @throws IllegalArgumentException see {@link OneTimeGrant}
   */
  default String issue(String purpose, String subject, Duration lifetime) {
    return issue(OneTimeGrant.of(purpose, subject, lifetime));
  }

  /**
   * Uses a token up.
   *
   * @param purpose what for
   * @param token what somebody says it is; anything will do
   * @return what it was good for; empty if there is no such token, or no longer, for this purpose
   *     and in the browser of the request that the calling thread serves. A token of another
   *     purpose or browser stays as it is
   */
  Optional<RedeemedToken> redeem(String purpose, @Nullable String token);

  /**
   * Makes all tokens of a subject worthless, whatever their purpose.
   *
   * @return how many there were
   */
  int revokeAll(String subject);

  /**
   * Makes all tokens of a subject and a purpose worthless.
   *
   * @return how many there were
   */
  int revokeAll(String subject, String purpose);

  /**
   * Counts that whoever sent the request which the calling thread serves asks for a message to
   * somebody, such as one with a token in it. Ask before anything is looked up, by the name as it
   * was typed: whether it is anybody's makes no difference, so that the answer may say how long to
   * wait.
   *
   * <p>Three for a name from one address may be sent within an hour, and {@code
   * cloakroom.one-time.max-per-subject} for a name from all addresses; after that, one in each
   * quarter of an hour, then half of one, then hour. From one address {@code
   * cloakroom.login.throttle.failures-per-address} may be sent within an hour, and then one a
   * minute. A device on which the caller of that name has logged in counts for itself: strangers
   * keep no owner waiting there. So tokens for whoever has them that are good for a quarter of an
   * hour push none of each other out.
   *
   * @param purpose what for, as in {@link OneTimeGrant}: each is counted by itself
   * @param name whose it is to be, as somebody has typed it
   * @return zero if it may be sent; else how long whoever asks has to wait
   * @throws IllegalStateException if the thread serves no request
   */
  Duration countAsking(String purpose, String name);

  /**
   * The browser that sent the request which the calling thread serves, to {@linkplain
   * OneTimeGrant#boundTo bind} a token to. A browser that is not known yet is given a cookie: ask
   * before the answer is on its way, and whatever the request asks for, so that the cookie tells
   * nothing. If a page of another origin had the request sent, this is no browser, no cookie is
   * set, and what is bound to it is good for nothing; likewise a request that such a page causes
   * redeems nothing that is bound.
   *
   * @throws IllegalStateException if the thread serves no request, or no cookie can reach its
   *     client any more
   */
  AskingBrowser askingBrowser();
}

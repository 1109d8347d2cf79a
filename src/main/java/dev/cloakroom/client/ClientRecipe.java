package dev.cloakroom.client;

import dev.cloakroom.client.ClientCookies.Keeping;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that clients of one kind have in common, and what makes one by it. Immutable.
 *
 * @param http the connections that they share
 */
record ClientRecipe(
    HttpClient http, ClientSettings settings, CookieSettings cookies, Surroundings around) {

  /**
   * How cookies are treated.
   *
   * @param first those that a client has from the start
   */
  record CookieSettings(Map<String, String> first, Keeping keeping, CookieRules rules) {
    CookieSettings {
      first = new LinkedHashMap<>(first);
    }
  }

  /**
   * What a client goes by and tells.
   *
   * @param listener null if nobody wants to know
   */
  record Surroundings(Clock clock, Pause pause, @Nullable Consumer<? super Exchange> listener) {}

  /**
   * A client.
   *
   * @param first tokens to begin with if the store has none; null for none
   */
  LoginClient client(TokenStore store, @Nullable Tokens first) {
    CookieJar jar = new CookieJar(cookies.rules(), around.clock());
    ClientCookies own = new ClientCookies(settings.base().uri(), jar, cookies.keeping());
    cookies.first().forEach(own::set);
    Wire wire = new Wire(http, settings, around.listener());
    RedirectFollower follower = new RedirectFollower(wire, settings, around.clock());
    PatientSender sender = new PatientSender(follower, settings.times().patience(), around.pause());
    TokenKeeper tokens = new TokenKeeper(store, first, around.clock(), () -> goesOn(own));
    return new LoginClient(
        this, own, new ClientLogin(sender, settings, own, tokens, around.clock()));
  }

  private boolean goesOn(ClientCookies own) {
    return settings.goOnBy(own, settings.base().uri());
  }
}

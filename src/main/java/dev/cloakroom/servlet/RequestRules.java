package dev.cloakroom.servlet;

import dev.cloakroom.config.Settings;
import dev.cloakroom.crossorigin.Cors;
import dev.cloakroom.crossorigin.TrustedProxies;

/**
 * What the settings alone say of each request and its answer. The filters, which are there before
 * any bean is, and the beans share one of each. Safe for use by several threads.
 *
 * @param proxies how a client has come
 * @param cookies what a cookie must have
 * @param cors what pages of other origins may do
 * @param corsAnswers the answers that say so
 * @param page where visitors are led
 */
public record RequestRules(
    TrustedProxies proxies,
    CookiePolicy cookies,
    Cors cors,
    CorsAnswers corsAnswers,
    LoginPage page) {

  /** Those of an application with these settings. */
  public static RequestRules of(Settings settings) {
    TrustedProxies proxies = new TrustedProxies(settings.proxies());
    Cors cors = new Cors(settings, proxies);
    return new RequestRules(
        proxies,
        new CookiePolicy(settings.cookie(), proxies),
        cors,
        new CorsAnswers(cors),
        new LoginPage(settings.login(), proxies));
  }
}

package dev.cloakroom.issuer;

import dev.cloakroom.config.PlainHttp;
import dev.cloakroom.config.WebAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * Finds in the discovery document of an issuer where it has what (<a
 * href="https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig">OpenID Connect
 * Discovery §4</a>).
 *
 * @param issuer who the document must say it is of, exactly
 */
record Discovery(String issuer, PlainHttp plainHttp) {
  private static final String DOCUMENT = "/.well-known/openid-configuration";

  /**
   * An address.
   *
   * @param freshFor for so long it need not be looked for again
   */
  record Found(URI address, Duration freshFor) {}

  /** The address that a member of the document has; blocks for 5 seconds at most. */
  Found find(String member, HttpDocuments documents) throws UnusableDocumentException {
    URI address = URI.create(withoutSlash(issuer) + DOCUMENT);
    HttpDocuments.Document document = documents.get(address);
    if (!issuer.equals(document.json().get("issuer"))) {
      throw new UnusableDocumentException(
          address, "its issuer is not exactly the one of the configuration");
    }
    if (document.json().get(member) instanceof String found
        && WebAddress.isFetched(found, plainHttp)
        && (isHttps(found) || isPlainExpected())) {
      return new Found(URI.create(found), document.freshFor());
    }
    throw new UnusableDocumentException(address, "its " + member + " is no https URL");
  }

  /** An issuer elsewhere has no business with what this machine serves for itself. */
  private boolean isPlainExpected() {
    return plainHttp == PlainHttp.ALLOW_FORGERY || !isHttps(issuer);
  }

  private static boolean isHttps(String address) {
    return address.toLowerCase(Locale.ROOT).startsWith("https:");
  }

  private static String withoutSlash(String issuer) {
    return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
  }
}

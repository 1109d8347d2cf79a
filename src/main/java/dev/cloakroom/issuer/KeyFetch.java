package dev.cloakroom.issuer;

import dev.cloakroom.config.IssuerKeySettings;
import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.crypto.KeyPlace;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Fetches the keys of an issuer from where the configuration says that they are, or from where its
 * discovery document says it. Thread-safe.
 */
final class KeyFetch implements FetchedKeys.Source {
  private final Discovery discovery;
  private final IssuerKeySettings settings;
  private final KeyReader reader;
  private final FetchThreads threads;
  private final boolean isAnyText;

  /**
   * Fetches nothing yet.
   *
   * @param threads those that it will fetch on
   */
  KeyFetch(IssuerSettings settings, FetchThreads threads) {
    this.threads = threads;
    this.discovery = new Discovery(settings.issuer(), settings.keys().plainHttp());
    this.settings = settings.keys();
    this.reader = new KeyReader(settings);
    this.isAnyText = settings.mpJwt() != null;
  }

  /**
   * What an issuer publishes.
   *
   * @param keys those that its tokens may be signed by
   * @param freshFor for so long they need not be fetched again
   */
  record Fetched(KeySet keys, Duration freshFor) {}

  /** Blocks until the keys are there: 10 seconds at most, where name servers answer. */
  @Override
  public Fetched get() throws UnusableDocumentException {
    HttpDocuments documents = new HttpDocuments();
    try {
      if (isAnyText && settings.jwksUri() != null) {
        return text(documents, settings.jwksUri());
      }
      URI address =
          settings.jwksUri() == null
              ? discovery.find("jwks_uri", documents).address()
              : settings.jwksUri();
      HttpDocuments.Document jwks = documents.get(address);
      return new Fetched(keys(address, jwks.json()), jwks.freshFor());
    } finally {
      threads.endOthers();
    }
  }

  /** MicroProfile JWT takes there what it takes from a file. */
  private Fetched text(HttpDocuments documents, URI address) throws UnusableDocumentException {
    HttpDocuments.Text found = documents.text(address);
    KeySet keys = KeyDocument.keys(KeyPlace.decoded(found.text()), reader);
    return new Fetched(usable(address, keys), found.freshFor());
  }

  /** What has no key that can be used is an error page, or a set half written, and no news. */
  private KeySet keys(URI address, Map<String, Object> json) throws UnusableDocumentException {
    KeySet keys =
        reader
            .readSet(json)
            .orElseThrow(() -> new UnusableDocumentException(address, "it is no JWK set"));
    return usable(address, keys);
  }

  private static KeySet usable(URI address, KeySet keys) throws UnusableDocumentException {
    if (keys.keys().isEmpty()) {
      throw new UnusableDocumentException(
          address,
          "no key in it may sign its tokens; see algorithms and short-rsa-keys of the issuer");
    }
    return keys;
  }
}

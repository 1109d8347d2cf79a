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
    String text = KeyPlace.decoded(found.text());
    KeySet keys = KeyDocument.keys(text, reader);
    return new Fetched(usable(address, keys, KeyDocument.hasKeys(text)), found.freshFor());
  }

  private KeySet keys(URI address, Map<String, Object> json) throws UnusableDocumentException {
    KeySet keys =
        reader
            .readSet(json)
            .orElseThrow(() -> new UnusableDocumentException(address, "it is no JWK set"));
    return usable(address, keys, KeyReader.hasKeys(json));
  }

  /**
   * What has no key at all is an error page, or a set half written, and no news. That there are
   * others only, none of which we use, is: the ones of before are gone.
   */
  private static KeySet usable(URI address, KeySet keys, boolean hasOthers)
      throws UnusableDocumentException {
    if (!keys.keys().isEmpty()) {
      return keys;
    }
    throw hasOthers
        ? new NoUsableKeyException(address)
        : new UnusableDocumentException(address, "there is no key in it");
  }
}

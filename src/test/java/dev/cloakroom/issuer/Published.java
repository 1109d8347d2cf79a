package dev.cloakroom.issuer;

import dev.cloakroom.crypto.SignatureAlgorithm;
import dev.cloakroom.issuer.KeyFetch.Fetched;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the issuer publishes now. */
final class Published implements FetchedKeys.Source {
  static final ForeignKey OLD = key("old");
  static final ForeignKey NEW = key("new");

  private List<ForeignKey> now = List.of(OLD);
  Duration freshFor = Freshness.UNSAID;
  boolean isDown;
  int asked;

  @Override
  public Fetched get() throws UnusableDocumentException {
    asked++;
    if (isDown) {
      throw new UnusableDocumentException(URI.create("https://partner.test/jwks"), "status 500");
    }
    if (now.isEmpty()) {
      throw new NoUsableKeyException(URI.create("https://partner.test/jwks"));
    }
    return new Fetched(new KeySet(now), freshFor);
  }

  void are(ForeignKey... published) {
    now = new ArrayList<>(Arrays.asList(published));
  }

  private static ForeignKey key(String kid) {
    return new ForeignKey(
        kid, SignatureAlgorithm.RS256, PartnerKey.of(kid, "RS256").pair().getPublic());
  }
}

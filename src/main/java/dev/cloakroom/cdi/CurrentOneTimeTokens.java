package dev.cloakroom.cdi;

import dev.cloakroom.AskingBrowser;
import dev.cloakroom.OneTimeGrant;
import dev.cloakroom.OneTimeTokens;
import dev.cloakroom.RedeemedToken;
import dev.cloakroom.factor.StoredOneTimeTokens;
import dev.cloakroom.web.AskingClient;
import dev.cloakroom.web.ServedBrowser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One-time tokens, and the browser whose request the calling thread serves. */
@ApplicationScoped
public class CurrentOneTimeTokens implements OneTimeTokens {

  /** Asked for when they are needed: this bean may be made before the initializer has run. */
  @Inject Provider<StoredOneTimeTokens> tokens;

  @Inject Provider<ServedBrowser> browser;

  @Inject Provider<AskingClient> asking;

  /** Made by the container. */
  public CurrentOneTimeTokens() {}

  @Override
  public String issue(OneTimeGrant grant) {
    return tokens.get().issue(grant);
  }

  @Override
  public Optional<RedeemedToken> redeem(String purpose, @Nullable String token) {
    return tokens.get().redeem(purpose, token, browser.get().shown());
  }

  @Override
  public int revokeAll(String subject) {
    return tokens.get().revokeAll(subject);
  }

  @Override
  public int revokeAll(String subject, String purpose) {
    return tokens.get().revokeAll(subject, purpose);
  }

  @Override
  public Duration countAsking(String purpose, String name) {
    return asking.get().counted(purpose, name);
  }

  @Override
  public AskingBrowser askingBrowser() {
    return new AskingBrowser(browser.get().known());
  }
}

package dev.cloakroom.it.openid;

import dev.cloakroom.testing.FreePort;
import java.io.IOException;
import java.nio.file.Path;

/**
 * npm's {@code oidc-provider}, on the loopback, with a key for each signature algorithm. Must be
 * closed.
 */
final class OpenIdProvider implements AutoCloseable {
  private static final Path HOME = Path.of(System.getProperty("openid-provider.home"));

  private final IssuerProcess process;
  private final String issuer;

  private OpenIdProvider(IssuerProcess process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /** Starts one and waits until it answers. */
  static OpenIdProvider start() throws IOException, InterruptedException {
    int port = FreePort.any();
    String issuer = "http://127.0.0.1:" + port;
    ProcessBuilder command =
        new ProcessBuilder("node", "provider.mjs", Integer.toString(port)).directory(HOME.toFile());
    return new OpenIdProvider(
        IssuerProcess.start(command, issuer, HOME.resolve("provider.log")), issuer);
  }

  String issuer() {
    return issuer;
  }

  /** What a service gets for itself, to call an API whose tokens are signed so. */
  String accessToken(String algorithm) {
    return new TokenEndpoint(issuer + "/token")
        .byItselfFor("billing", "urn:shop:" + algorithm)
        .getString("access_token");
  }

  @Override
  public void close() {
    process.close();
  }
}

package dev.cloakroom.it;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Frees the ports of the server that test classes share. */
final class WithoutServerExtension implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    ServerExtension.servers(context).close();
  }
}

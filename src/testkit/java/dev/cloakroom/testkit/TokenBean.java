package dev.cloakroom.testkit;

import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The token of a test's caller; apart, because not each test has the API of MicroProfile JWT. */
final class TokenBean {

  private TokenBean() {}

  static void addTo(AfterBeanDiscovery discovery) {
    TestLogins.bean(discovery, JsonWebToken.class, () -> CurrentTest.get().login().token());
  }
}

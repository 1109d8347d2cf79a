package dev.cloakroom.readme;

import dev.cloakroom.client.LoginClient;

/** The README's example of the client. */
public class ShopReport {

  private final LoginClient shop;

  public ShopReport(String address) {
    shop = LoginClient.of(address);
  }

  public String of(String user, String password) {
    shop.login(user, password);
    try {
      return shop.get("/me").text();
    } finally {
      shop.logout();
    }
  }
}

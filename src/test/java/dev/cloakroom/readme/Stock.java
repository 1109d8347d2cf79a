package dev.cloakroom.readme;

import dev.cloakroom.rest.TokenRelayFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;

@ApplicationScoped
public class Stock {

  private final Client client = ClientBuilder.newClient().register(TokenRelayFilter.class);

  public String of(String article) {
    return client.target("https://stock.example.org/api").path(article).request().get(String.class);
  }
}

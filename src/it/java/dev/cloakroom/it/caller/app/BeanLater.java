package dev.cloakroom.it.caller.app;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Asynchronous by Jakarta Enterprise Beans. */
@Stateless
public class BeanLater {
  @Inject BeanLater self;

  public CompletionStage<String> run(Supplier<String> work) {
    CompletableFuture<String> told = new CompletableFuture<>();
    self.start(told, work);
    return told;
  }

  @Asynchronous
  public void start(CompletableFuture<String> told, Supplier<String> work) {
    Places.complete(told, work);
  }
}

package dev.cloakroom.it.caller.app;

import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Asynchronous by Jakarta Concurrency. */
@ApplicationScoped
public class Later {

  @Asynchronous(executor = Places.DEFINED_EXECUTOR)
  public CompletableFuture<String> runThere(Supplier<String> work) {
    return Asynchronous.Result.complete(work.get());
  }

  @Asynchronous
  public CompletableFuture<String> run(Supplier<String> work) {
    return Asynchronous.Result.complete(work.get());
  }
}

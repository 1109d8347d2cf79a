package dev.cloakroom.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Waits without holding a thread. */
@FunctionalInterface
interface Pause {

  /** By the machine's timer. */
  Pause BY_TIMER =
      wait ->
          CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS));

  /** Is done after a time. */
  CompletionStage<?> of(Duration wait);
}

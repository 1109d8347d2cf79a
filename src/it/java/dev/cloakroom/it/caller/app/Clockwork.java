package dev.cloakroom.it.caller.app;

import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Has work done by a timer. */
@Singleton
@Lock(LockType.READ)
public class Clockwork {
  private final Queue<Runnable> due = new ConcurrentLinkedQueue<>();

  @Resource
  @SuppressWarnings("NullAway.Init")
  TimerService timers;

  public CompletionStage<String> run(Supplier<String> work) {
    CompletableFuture<String> told = new CompletableFuture<>();
    due.add(() -> Places.complete(told, work));
    timers.createSingleActionTimer(1, new TimerConfig(null, false));
    return told;
  }

  @Timeout
  public void ring(Timer timer) {
    Runnable next = due.poll();
    if (next != null) {
      next.run();
    }
  }
}

package dev.cloakroom.it.caller.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The places where code of an application runs, by name. */
@ApplicationScoped
public class Places {
  static final String DEFINED = "java:app/concurrent/AllContexts";
  static final String DEFINED_EXECUTOR = "java:app/concurrent/AllExecutor";
  static final String DEFINED_SCHEDULER = "java:app/concurrent/AllScheduler";

  @Resource
  @SuppressWarnings("NullAway.Init")
  ManagedExecutorService executor;

  @Resource
  @SuppressWarnings("NullAway.Init")
  ManagedScheduledExecutorService scheduler;

  @Resource
  @SuppressWarnings("NullAway.Init")
  ContextService contexts;

  @Inject Later later;
  @Inject BeanLater beanLater;
  @Inject Clockwork clockwork;

  /** What work comes to in a place. */
  public CompletionStage<String> in(String place, Supplier<String> work) {
    return switch (place) {
      case "request" -> CompletableFuture.completedFuture(work.get());
      case "executor" -> executor.supplyAsync(work);
      case "defined-executor" -> executed(defined(DEFINED_EXECUTOR), work);
      case "defined-scheduler" -> scheduled(defined(DEFINED_SCHEDULER), work);
      case "defined-asynchronous" -> later.runThere(work);
      case "executor-submit" -> executed(executor, work);
      case "scheduler" -> scheduled(scheduler, work);
      case "proxy" -> CompletableFuture.supplyAsync(contexts.contextualSupplier(work));
      case "defined-proxy" ->
          CompletableFuture.supplyAsync(
              Places.<ContextService>defined(DEFINED).contextualSupplier(work));
      case "asynchronous" -> later.run(work);
      case "asynchronous-enterprise-bean" -> beanLater.run(work);
      case "timer" -> clockwork.run(work);
      case "thread" -> onThread(work);
      case "common-pool" -> CompletableFuture.supplyAsync(work, ForkJoinPool.commonPool());
      case "virtual-thread" -> onVirtualThread(work);
      default -> throw new IllegalArgumentException(place);
    };
  }

  /** What the annotations of this application have of a name. */
  @SuppressWarnings({"BanJNDI", "TypeParameterUnusedInFormals"})
  static <T> T defined(String name) {
    try {
      return InitialContext.doLookup(name);
    } catch (NamingException unknown) {
      throw new IllegalStateException(unknown);
    }
  }

  private static CompletionStage<String> executed(
      ManagedExecutorService executor, Supplier<String> work) {
    CompletableFuture<String> told = new CompletableFuture<>();
    executor.execute(() -> complete(told, work));
    return told;
  }

  private static CompletionStage<String> scheduled(
      ManagedScheduledExecutorService scheduler, Supplier<String> work) {
    CompletableFuture<String> told = new CompletableFuture<>();
    var unused = scheduler.schedule(() -> complete(told, work), 1, TimeUnit.MILLISECONDS);
    return told;
  }

  private static CompletionStage<String> onThread(Supplier<String> work) {
    CompletableFuture<String> told = new CompletableFuture<>();
    new Thread(() -> complete(told, work)).start();
    return told;
  }

  /** By reflection: there are none before Java 21. */
  private static CompletionStage<String> onVirtualThread(Supplier<String> work) {
    CompletableFuture<String> told = new CompletableFuture<>();
    try {
      Thread.class
          .getMethod("startVirtualThread", Runnable.class)
          .invoke(null, new FutureTask<>(() -> complete(told, work), null));
    } catch (ReflectiveOperationException none) {
      return onThread(work);
    }
    return told;
  }

  static void complete(CompletableFuture<String> told, Supplier<String> work) {
    try {
      told.complete(work.get());
    } catch (Throwable failed) {
      told.completeExceptionally(failed);
    }
  }
}

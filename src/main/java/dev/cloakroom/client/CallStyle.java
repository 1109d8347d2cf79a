package dev.cloakroom.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Who goes on with a call when what it waits for is there. What is to be done then is written once,
 * as steps that follow stages. In a call that blocks, each stage is done before the next step is
 * put to it: so all of them run on the calling thread, and no other is woken for it.
 */
enum CallStyle {

  /** The calling thread, which waits. An interrupt ends the call, and what it was sending. */
  BLOCKING {
    @Override
    <T> CompletionStage<HttpResponse<T>> sent(
        HttpClient http, HttpRequest request, BodyHandler<T> body) {
      try {
        return CompletableFuture.completedFuture(http.send(request, body));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return CompletableFuture.failedStage(Waiting.interrupted(e));
      } catch (IOException | RuntimeException e) {
        return CompletableFuture.failedStage(e);
      }
    }

    @Override
    <T extends @Nullable Object> CompletionStage<T> reached(CompletionStage<T> stage) {
      try {
        return CompletableFuture.completedFuture(stage.toCompletableFuture().get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return CompletableFuture.failedStage(Waiting.interrupted(e));
      } catch (ExecutionException e) {
        return CompletableFuture.failedStage(e.getCause() == null ? e : e.getCause());
      }
    }
  },

  /** Whoever brings it. */
  ASYNCHRONOUS {
    @Override
    <T> CompletionStage<HttpResponse<T>> sent(
        HttpClient http, HttpRequest request, BodyHandler<T> body) {
      try {
        return http.sendAsync(request, body);
      } catch (RuntimeException e) {
        return CompletableFuture.failedStage(e);
      }
    }

    @Override
    <T extends @Nullable Object> CompletionStage<T> reached(CompletionStage<T> stage) {
      return stage;
    }
  };

  /** The answer to a request, or why there is none. */
  abstract <T> CompletionStage<HttpResponse<T>> sent(
      HttpClient http, HttpRequest request, BodyHandler<T> body);

  /**
   * What others bring about, such as a refresh that several calls wait for. Each of them goes on
   * with its own on a thread of its own, and an interrupt of one ends nothing for the others.
   */
  abstract <T extends @Nullable Object> CompletionStage<T> reached(CompletionStage<T> stage);
}

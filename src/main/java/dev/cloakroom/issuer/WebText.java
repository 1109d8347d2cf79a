package dev.cloakroom.issuer;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A text of the web that an application cannot start without, and is read once. */
final class WebText {
  /** Whatever a name server, or who answers, takes its time for. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private WebText() {}

  /** Whether a place is of the web. */
  static boolean isAddress(String place) {
    String small = place.toLowerCase(Locale.ROOT);
    return small.startsWith("https:") || small.startsWith("http:");
  }

  /** Blocks until it is there: ten seconds at most. */
  static String at(URI address) throws UnusableDocumentException {
    return at(address, LONGEST_WAIT);
  }

  static String at(URI address, Duration longestWait) throws UnusableDocumentException {
    FutureTask<String> text = new FutureTask<>(() -> new HttpDocuments().text(address).text());
    // closing them ends the thread that Java's client has for itself
    try (FetchThreads threads = new FetchThreads(String.valueOf(address.getHost()))) {
      threads.execute(text);
      return text.get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnusableDocumentException unusable
          ? unusable
          : new UnusableDocumentException(address, String.valueOf(e.getCause()));
    } catch (TimeoutException e) {
      throw new UnusableDocumentException(address, "no answer within " + longestWait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnusableDocumentException(address, "not fetched, since the application ends");
    }
  }
}

package dev.cloakroom.web;

import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.servlet.DeviceCookie;
import dev.cloakroom.throttle.Admission;
import dev.cloakroom.throttle.Admission.Waiting;
import dev.cloakroom.throttle.Attempt;
import dev.cloakroom.throttle.Throttle;
import java.time.Duration;

/**
 * The client whose request the calling thread serves, as somebody who has messages sent. Safe for
 * use by several threads.
 */
public final class AskingClient {
  private final Throttle throttle;
  private final DeviceCookie device;

  /** One that may have so many sent, and is known by this cookie. */
  public AskingClient(Throttle throttle, DeviceCookie device) {
    this.throttle = throttle;
    this.device = device;
  }

  /**
   * Counts that it asks for a message, for a purpose, to whoever a name is of.
   *
   * @return zero if one may be sent; else how long the client has to wait
   * @throws IllegalStateException if the thread serves no request
   */
  public Duration counted(String purpose, String name) {
    GuardedRequest request = ServedRequest.current();
    if (request == null) {
      throw new IllegalStateException(
          "Who asks is known by their request, and this thread serves none. Count on the request's"
              + " thread, before anything is looked up.");
    }
    Attempt asking =
        new Attempt(
            purpose + " " + name, TrustedProxies.addressOf(request), device.idFor(request, name));
    Admission admission = throttle.admitMessage(asking);
    return admission instanceof Waiting waiting ? waiting.retryAfter() : Duration.ZERO;
  }
}

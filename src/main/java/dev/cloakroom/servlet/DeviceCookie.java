package dev.cloakroom.servlet;

import dev.cloakroom.event.Device;
import dev.cloakroom.http.CookieLookup;
import dev.cloakroom.http.SetCookie;
import dev.cloakroom.session.KnownDevices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The cookie by which a device is known for the callers who logged in on it, beside the session
 * cookie and with the same attributes. It outlives the login and its end. Safe for use by several
 * threads.
 */
public final class DeviceCookie {
  /** What its name has behind the session cookie's. */
  static final String SUFFIX = "-device";

  private final OwnCookie cookie;
  private final @Nullable KnownDevices devices;
  private final Clock clock;

  /**
   * A cookie of this policy.
   *
   * @param devices reads and writes its value; null if devices are not remembered
   * @param clock tells the time from which its age counts
   */
  public DeviceCookie(CookiePolicy policy, @Nullable KnownDevices devices, Clock clock) {
    this.cookie = policy.cookie(SUFFIX);
    this.devices = devices;
    this.clock = clock;
  }

  /** What is known of the device that a request comes from, for this caller. */
  public Device of(HttpServletRequest request, String callerName) {
    if (devices == null) {
      return Device.NOT_REMEMBERED;
    }
    return devices.isKnown(shown(request), callerName) ? Device.KNOWN : Device.NEW;
  }

  /** Has the device show from now on that this caller logged in on it. */
  public void remember(
      HttpServletRequest request, HttpServletResponse response, String callerName) {
    if (devices != null) {
      String value = devices.with(callerName, shown(request));
      SetCookie lasting = cookie.of(value, request).maxAge(devices.lifetime(), clock.instant());
      cookie.give(lasting, request, response);
    }
  }

  /** Two that differ are as good as none. */
  private String shown(HttpServletRequest request) {
    return cookie.shown(request) instanceof CookieLookup.Found found ? found.value() : "";
  }
}

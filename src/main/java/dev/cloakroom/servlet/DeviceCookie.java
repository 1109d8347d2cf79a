package dev.cloakroom.servlet;

import dev.cloakroom.config.DeviceSettings.Whose;
import dev.cloakroom.event.Device;
import dev.cloakroom.http.BrowserRequest;
import dev.cloakroom.http.CookieLookup;
import dev.cloakroom.http.SetCookie;
import dev.cloakroom.session.KnownDevices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
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
  private final KnownDevices devices;
  private final Whose whose;
  private final Clock clock;

  /**
   * A cookie of this policy.
   *
   * @param devices reads and writes its value
   * @param whose devices are given one
   * @param clock tells the time from which its age counts
   */
  public DeviceCookie(CookiePolicy policy, KnownDevices devices, Whose whose, Clock clock) {
    this.cookie = policy.cookie(SUFFIX);
    this.devices = devices;
    this.whose = whose;
    this.clock = clock;
  }

  /** What is known of the device that a request comes from, for this caller. */
  public Device of(HttpServletRequest request, String callerName) {
    if (!isRemembered(request)) {
      return Device.NOT_REMEMBERED;
    }
    return devices.isKnown(shown(request), callerName) ? Device.KNOWN : Device.NEW;
  }

  /** What names the device that a request comes from, if it is known for this caller; or null. */
  public @Nullable String idFor(HttpServletRequest request, String callerName) {
    return devices.idFor(shown(request), callerName);
  }

  /**
   * Has the device show from now on that a caller logged in on it.
   *
   * @param names all names of this one caller: that of their login, and what they wrote for it
   */
  public void remember(
      HttpServletRequest request, HttpServletResponse response, Set<String> names) {
    if (isRemembered(request)) {
      String value = shown(request);
      for (String name : names) {
        value = devices.with(name, value);
      }
      SetCookie lasting = cookie.of(value, request).maxAge(devices.lifetime(), clock.instant());
      cookie.give(lasting, request, response);
    }
  }

  private boolean isRemembered(HttpServletRequest request) {
    return switch (whose) {
      case NOBODYS -> false;
      case BROWSERS -> BrowserRequest.isFromBrowser(name -> request.getHeader(name) != null);
      case ANYBODYS -> true;
    };
  }

  /** Two that differ are as good as none. */
  private String shown(HttpServletRequest request) {
    return cookie.shown(request) instanceof CookieLookup.Found found ? found.value() : "";
  }
}

package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.CallerLimit;
import dev.cloakroom.config.CallerLimit.WhenFull;
import dev.cloakroom.config.RefreshSettings;
import dev.cloakroom.config.RememberSettings;
import dev.cloakroom.config.RotationSettings;
import dev.cloakroom.config.SessionSettings;
import dev.cloakroom.config.WhenStolen;
import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.event.SecurityEvent;
import dev.cloakroom.store.BeanState;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The parts of a session's life on the memory store, with the default settings. */
final class SessionFixture {
  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration ABSOLUTE = Duration.ofHours(12);
  static final Duration TOUCH = Duration.ofSeconds(60);
  static final Duration GRACE = Duration.ofSeconds(10);
  static final Duration FRESH = Duration.ofMinutes(10);
  static final Duration SECOND = Duration.ofSeconds(1);
  static final Duration LONG_IDLE = Duration.ofDays(14);
  static final Duration LONG_ABSOLUTE = Duration.ofDays(90);

  private static final MacKey KEY = new MacKey(new RandomIds().salt(32));

  final ManualClock clock;
  final List<SecurityEvent> events = new CopyOnWriteArrayList<>();
  final Map<String, Map<String, BeanState>> leftBehind = new ConcurrentHashMap<>();
  final RandomIds random = new RandomIds();
  final SessionStore store;
  final SessionEnvironment sessions;
  final SessionEnder ender;
  final RefreshTokens refreshTokens;
  final SessionOpener opener;
  final SessionResolver resolver;
  final TicketRotation rotation;
  final LoginElevation elevation;
  final OwnSessions own;
  final StoredLoginSessions admin;

  SessionFixture() {
    this(GRACE);
  }

  SessionFixture(Duration refreshGrace) {
    this(ManualClock.atNoon(), defaults(), refreshGrace);
  }

  SessionFixture(SessionSettings settings) {
    this(ManualClock.atNoon(), settings, GRACE);
  }

  private SessionFixture(ManualClock clock, SessionSettings settings, Duration refreshGrace) {
    this(new MemorySessionStore(clock), clock, settings, refreshGrace);
  }

  /** One of several nodes on a store. */
  SessionFixture(ManualClock clock, SessionStore store) {
    this(clock, store, defaults());
  }

  SessionFixture(ManualClock clock, SessionStore store, SessionSettings settings) {
    this(store, clock, settings, GRACE);
  }

  private SessionFixture(
      SessionStore store, ManualClock clock, SessionSettings settings, Duration refreshGrace) {
    this.store = store;
    this.clock = clock;
    sessions =
        new SessionEnvironment(store, settings, new TicketSecrets(KEY, random), clock, new Heard());
    ender = new SessionEnder(sessions);
    refreshTokens = new RefreshTokens(sessions, ender, KEY, refreshGrace);
    opener =
        new SessionOpener(
            sessions,
            random,
            refreshTokens,
            new SessionOpener.Lifetimes(
                new RememberSettings(LONG_IDLE, LONG_ABSOLUTE),
                new RefreshSettings(LONG_IDLE, LONG_ABSOLUTE, refreshGrace)));
    resolver = new SessionResolver(sessions);
    rotation = new TicketRotation(sessions);
    elevation = new LoginElevation(sessions, refreshTokens, random);
    own = new OwnSessions(sessions, ender);
    admin = new StoredLoginSessions(sessions, ender);
  }

  private final class Heard implements SessionEvents {
    @Override
    public void accept(SecurityEvent event) {
      events.add(event);
    }

    @Override
    public void leftBehind(String sessionId, Map<String, BeanState> beans) {
      assertThat(leftBehind.put(sessionId, beans)).isNull();
    }
  }

  private static SessionSettings defaults() {
    return settings(null, CallerLimit.NONE, WhenFull.REPLACE);
  }

  /** The default settings but for these. */
  static SessionSettings settings(
      @Nullable Duration rotationInterval, int mostPerCaller, WhenFull whenFull) {
    return new SessionSettings(
        IDLE,
        ABSOLUTE,
        TOUCH,
        new RotationSettings(
            rotationInterval, GRACE, rotationInterval == null ? WhenStolen.REPORT : WhenStolen.END),
        FRESH,
        new CallerLimit(mostPerCaller, whenFull));
  }

  OpenedSession browserLogin(String callerName) {
    return open(loginNow(callerName));
  }

  OpenedSession rememberedLogin(String callerName) {
    return open(loginNow(callerName).remembered());
  }

  OpenedSession apiLogin(String callerName) {
    return open(loginNow(callerName).withTokens());
  }

  NewLogin loginNow(String callerName) {
    return NewLogin.of(callerName, Set.of("user"), clock.instant())
        .provenBy(Set.of("pwd"))
        .from("192.0.2.7", "test client");
  }

  private OpenedSession open(NewLogin login) {
    OpenedSession opened = (OpenedSession) opener.open(login);
    opener.announce(opened);
    return opened;
  }

  /** The first refresh token of a session that was opened with tokens. */
  static String refreshToken(OpenedSession opened) {
    return Objects.requireNonNull(opened.refreshToken());
  }

  <E extends SecurityEvent> List<E> eventsOf(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

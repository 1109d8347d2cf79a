package dev.cloakroom.it.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RawExchange;
import dev.cloakroom.it.RunningServer;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A browser with several tabs: they share its cookie. Safe for use by several threads. */
final class SoakBrowser {
  private static final String TICKET = "sid=";
  private static final int ROTATES_ONE_IN = 20;
  private static final int CUT_OFF_ONE_IN = 50;

  /** Pages, each with what it does, and the status of its answer. */
  private static final List<Visit> VISITS =
      List.of(
          new Visit("page", 200, "who"),
          new Visit("declared/page", 200, "who"),
          new Visit("rest/page", 200, "who"),
          new Visit("slow", 200, "who"),
          new Visit("page", 200, "who", "session", "cookie:theme"),
          new Visit("page", 200, "reset", "who"),
          new Visit("slow", 200, "cookie:theme", "reset", "who"),
          new Visit("page", 200, "commit", "who"),
          new Visit("declared/page", 200, "set:Cache-Control=public, max-age=3600", "who"),
          new Visit("rest/page", 200, "expires", "who"),
          new Visit("page", 200, "include:/included?included=session", "who"),
          new Visit("page", 200, "set:Content-Disposition=attachment", "who"),
          new Visit("page", 404, "error:404"),
          new Visit("page", 500, "cookie:theme", "fail"),
          new Visit("page", 500, "crash"),
          new Visit("rest/cacheable", 200),
          new Visit("public.html", 200),
          new Visit("declared/static.html", 200));

  private record Visit(String page, int status, List<String> steps) {
    Visit(String page, int status, String... steps) {
      this(page, status, List.of(steps));
    }

    String target(String path, String more) {
      StringBuilder query = new StringBuilder(path).append(page).append("?do=").append(more);
      for (String step : steps) {
        query.append("&do=").append(URLEncoder.encode(step, UTF_8));
      }
      return query.toString();
    }

    boolean asksWho() {
      return steps.contains("who");
    }
  }

  private final URI server;
  private final String path;
  private final String name;
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger taken = new AtomicInteger();
  private volatile String ticket = "";

  SoakBrowser(RunningServer server, String name) {
    this.server = server.http();
    this.path = server.http("answers/").getPath();
    this.name = name;
  }

  void logIn() {
    RawExchange login =
        RawExchange.at(
            server,
            "POST",
            path + "auth/login",
            "username=" + name + "&password=pw-" + name,
            "Content-Type: application/x-www-form-urlencoded");
    assertThat(login.status()).as(login.text()).isEqualTo(200);
    take(login);
  }

  /**
   * Goes to each page once. Jersey of GlassFish fails requests of others while it looks at a class
   * of resources for the first time.
   */
  void visitAll() {
    for (Visit visit : VISITS) {
      judge(visit, RawExchange.at(server, "GET", visit.target(path, "session"), "", cookie()));
    }
  }

  void use(long until) {
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    while (System.nanoTime() < until && faults.isEmpty()) {
      Visit visit = VISITS.get(chance.nextInt(VISITS.size()));
      String target = visit.target(path, rotation(chance));
      if (chance.nextInt(CUT_OFF_ONE_IN) == 0) {
        RawExchange.cutOff(server, target, cookie());
      } else {
        judge(visit, RawExchange.at(server, "GET", target, "", cookie()));
      }
    }
  }

  /** From time to time the ticket is to be replaced: now, or when it is next shown. */
  private String rotation(ThreadLocalRandom chance) {
    return switch (chance.nextInt(2 * ROTATES_ONE_IN)) {
      case 0 -> "rotate";
      case 1 -> "regroup:" + name;
      default -> "session";
    };
  }

  private String cookie() {
    return "Cookie: " + TICKET + ticket;
  }

  private void judge(Visit visit, RawExchange answer) {
    if (answer.status() != visit.status()) {
      faults.add(visit + " is answered " + answer.text());
    }
    if (visit.asksWho() && !answer.text().contains("\n" + name + "\n")) {
      faults.add(visit + " takes " + name + " for another: " + answer.text());
    }
    take(answer);
  }

  private void take(RawExchange answer) {
    for (String cookie : answer.values("Set-Cookie")) {
      if (cookie.startsWith(TICKET)) {
        ticket = cookie.substring(TICKET.length(), cookie.indexOf(';'));
        taken.incrementAndGet();
        if (mayBeKept(answer)) {
          faults.add("a cache may keep " + answer.text());
        }
      }
    }
  }

  /** A 500 that says nothing of caches is kept by none (RFC 9111 §3); some servers empty it. */
  private static boolean mayBeKept(RawExchange answer) {
    boolean silent = answer.values("Cache-Control").isEmpty() && answer.values("Expires").isEmpty();
    return !(answer.status() == 500 && silent)
        && !answer.values("Cache-Control").toString().contains("no-store");
  }

  Queue<String> faults() {
    return faults;
  }

  int ticketsTaken() {
    return taken.get();
  }

  void assertIsLoggedIn() {
    RawExchange answer = RawExchange.at(server, "GET", path + "page?do=who", "", cookie());
    assertThat(answer.text()).as(name).contains(name);
  }
}

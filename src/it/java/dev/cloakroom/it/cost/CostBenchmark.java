package dev.cloakroom.it.cost;

import dev.cloakroom.it.RunningServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CPU time of the server's process per request. */
class CostBenchmark {
  private static final String FLOOR = "floor";
  private static final String NOBODY = "nobody";
  private static final String COOKIE = "cookie";
  private static final String BEARER = "bearer";
  private static final String USER = "/api/text/user";

  /** These know {@code @LoginConfig}. */
  private static final boolean HAS_MP_JWT =
      Set.of("payara-micro", "wildfly").contains(RunningServer.name());

  @Test
  void acceptedAndRefused(@TempDir Path folder) throws Exception {
    Rs256Signer signer = new Rs256Signer(Clock.systemUTC());
    try (MeasuredServer server = MeasuredServer.in(folder)) {
      server
          .deploy(CostWars.floor())
          .deploy(CostWars.nobody())
          .deploy(CostWars.form())
          .deploy(CostWars.guarded("guarded.war").archive())
          .deploy(CostWars.readable("cors.war").archive())
          .deploy(CostWars.shortLived("short.war").archive());
      List<CostCase> cases = new ArrayList<>(accepted(server.address()));
      cases.addAll(ofPages(server.address()));
      if (HAS_MP_JWT) {
        server.deploy(CostWars.mpJwt(signer));
        cases.add(
            CostCase.same(
                "the server's MicroProfile JWT",
                FLOOR,
                server.address().http("mpjwt" + USER),
                "Authorization: Bearer " + signer.token()));
      }
      cases.addAll(refused(server.address()));
      server.print("CPU time per request", cases);
    }
  }

  private static List<CostCase> accepted(RunningServer server) {
    URI floor = server.http(FLOOR + USER);
    URI guarded = server.http("guarded" + USER);
    MeasuredLogin login = MeasuredLogin.at(server, "guarded");
    return List.of(
        CostCase.same(FLOOR, FLOOR, floor),
        CostCase.same("floor, with the cookie", FLOOR, floor, login.cookie()),
        CostCase.same("floor, with the token", FLOOR, floor, login.bearer()),
        CostCase.same(
            "the container's form",
            FLOOR,
            server.http("form" + USER),
            MeasuredLogin.byForm(server, "form")),
        CostCase.same(COOKIE, FLOOR, guarded, login.cookie()),
        CostCase.same(BEARER, FLOOR, guarded, login.bearer()),
        CostCase.same(NOBODY, NOBODY, server.http("nobody/api/text/open")),
        CostCase.same("anonymous", NOBODY, server.http("guarded/api/text/open")));
  }

  private static List<CostCase> ofPages(RunningServer server) {
    URI readable = server.http("cors" + USER);
    String cookie = MeasuredLogin.at(server, "cors").cookie();
    String page = "Origin: " + CostWars.PAGES;
    byte[] preflight =
        CostCase.request("OPTIONS", readable, page, "Access-Control-Request-Method: GET");
    return List.of(
        CostCase.same("cookie, with CORS", FLOOR, readable, cookie),
        CostCase.same("cookie, of an allowed page", FLOOR, readable, cookie, page),
        new CostCase("preflight", COOKIE, number -> preflight, 204));
  }

  private static List<CostCase> refused(RunningServer server) {
    MeasuredLogin login = MeasuredLogin.at(server, "guarded");
    RefusedCases refused =
        new RefusedCases(server.http("guarded" + USER), login.ticket(), login.token());
    RefusedCases expired = new RefusedCases(server.http("short" + USER), "", "");
    List<CostCase> all = new ArrayList<>(refused.all());
    all.add(expired.expired(MeasuredLogin.at(server, "short").token()));
    return all;
  }

  /** With the caches that the many callers in turn need. */
  @Test
  void manyCallers(@TempDir Path folder) throws Exception {
    try (MeasuredServer server = MeasuredServer.in(folder)) {
      server.deploy(CostWars.guarded("guarded.war").archive());
      server.print(
          "CPU time per request, of so many callers in turn",
          List.of(
              inTurn(server, 1, MeasuredLogin::cookie, COOKIE),
              inTurn(server, 100, MeasuredLogin::cookie, COOKIE),
              inTurn(server, 10_000, MeasuredLogin::cookie, COOKIE),
              inTurn(server, 1, MeasuredLogin::bearer, BEARER),
              inTurn(server, 100, MeasuredLogin::bearer, BEARER),
              inTurn(server, 10_000, MeasuredLogin::bearer, BEARER)));
    }
  }

  private interface Shown {
    String of(MeasuredLogin login);
  }

  private static CostCase inTurn(MeasuredServer server, int callers, Shown shown, String what) {
    URI target = server.address().http("guarded" + USER);
    List<byte[]> requests = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      MeasuredLogin login = MeasuredLogin.at(server.address(), "guarded", "user-" + caller);
      requests.add(CostCase.request("GET", target, shown.of(login)));
    }
    LongFunction<byte[]> next = number -> requests.get((int) (number % callers));
    return new CostCase(what + ", " + callers, what + ", 1", next, 200);
  }
}

package dev.cloakroom.it.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RawExchange;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A browser that has two cookies of the name, since the cookie's path was changed once. */
@OnServerWith(TruthWars.class)
class TwoCookiesIT {
  private static final String GUARDED = "declared/caller";
  private static final String STALE = "A".repeat(22) + "." + "B".repeat(43);
  private static final Pattern PATH = Pattern.compile("; Path=([^;]+)");
  private static final Pattern DOMAIN = Pattern.compile("; Domain=");

  private final RawClient raw;

  /** The values of {@code sid} by path, as a browser at an address has them. */
  private final Map<String, String> jar = new LinkedHashMap<>();

  TwoCookiesIT(ServerProcess process) {
    raw = new RawClient(process.server().http("forgetful/"));
  }

  private void keep(RawExchange answer) {
    for (String header : answer.cookies()) {
      Matcher path = PATH.matcher(header);
      // for an address no browser takes one with a domain
      if (header.startsWith("sid=") && path.find() && !DOMAIN.matcher(header).find()) {
        jar.put(path.group(1), header.substring("sid=".length(), header.indexOf(';')));
      }
    }
    jar.values().removeIf(String::isEmpty);
  }

  private String[] cookies() {
    return jar.values().stream().map(value -> "Cookie: sid=" + value).toArray(String[]::new);
  }

  private RawExchange logIn() {
    RawExchange answer = raw.login("user-moved", cookies());
    keep(answer);
    return answer;
  }

  @Test
  void pagesAreRefused_untilALoginHasTheBrowserForgetTheOther() {
    assertThat(logIn().cookies()).hasSize(1);
    jar.put("/", STALE);
    RawExchange refused = raw.get(GUARDED, cookies());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.hasReason("ambiguous-credentials")).isTrue();

    RawExchange login = logIn();

    assertThat(login.status()).isEqualTo(200);
    assertThat(jar).containsOnlyKeys("/forgetful");
    assertThat(raw.get(GUARDED, cookies()).status()).isEqualTo(200);
  }

  @Test
  @Tag("S3")
  void login_endsWhatBothCookiesLedTo() {
    logIn();
    String first = Objects.requireNonNull(jar.remove("/forgetful"));
    logIn();
    String second = Objects.requireNonNull(jar.get("/forgetful"));
    jar.put("/", first);

    logIn();

    for (String earlier : List.of(first, second)) {
      assertThat(raw.get(GUARDED, "Cookie: sid=" + earlier).hasReason("session-ended")).isTrue();
    }
    assertThat(raw.get(GUARDED, cookies()).status()).isEqualTo(200);
  }

  @Test
  @Tag("S7")
  void logout_hasTheBrowserForgetBoth() {
    logIn();
    jar.put("/", STALE);

    RawExchange logout = raw.post("auth/logout", cookies());
    keep(logout);

    assertThat(logout.status()).isEqualTo(200);
    assertThat(jar).isEmpty();
  }
}

package dev.cloakroom.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.AskingBrowser;
import dev.cloakroom.OneTimeGrant;
import dev.cloakroom.RedeemedToken;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.OneTimeSettings;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.store.OneTimeRecord;
import dev.cloakroom.store.OneTimeRecords.Most;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.testing.BreakableStore;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredOneTimeTokensTest {
  private static final String RESET = "password-reset";
  private static final int RACERS = 4;
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final AskingBrowser BROWSER = new AskingBrowser("AAAAAAAAAAAAAAAAAAAAAA");

  private final ManualClock clock = ManualClock.atNoon();
  private final BreakableStore store = new BreakableStore(new MemorySessionStore(clock));
  private final StoredOneTimeTokens tokens =
      new StoredOneTimeTokens(store, new OneTimeSettings(3), new RandomIds(), clock);

  private String issued(String subject) {
    return tokens.issue(OneTimeGrant.of(RESET, subject, QUARTER));
  }

  private @Nullable String subjectOf(String token) {
    return tokens.redeem(RESET, token, null).map(RedeemedToken::subject).orElse(null);
  }

  @Test
  @Tag("S15")
  void redeem_aToken_givesItsSubjectOnce() {
    String token = issued("alice");

    assertThat(token).matches("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");
    assertThat(tokens.redeem(RESET, token, null)).contains(new RedeemedToken("alice", ""));
    assertThat(tokens.redeem(RESET, token, null)).isEmpty();
  }

  @Test
  void redeem_aTokenThatCarriesSomething_givesItToo() {
    String token =
        tokens.issue(OneTimeGrant.of("mail", "Zoë ö", QUARTER).carrying("zoë@example.org 😀"));

    assertThat(tokens.redeem("mail", token, null))
        .contains(new RedeemedToken("Zoë ö", "zoë@example.org 😀"));
  }

  @Test
  void redeem_forAnotherPurpose_isEmpty_andLeavesTheToken() {
    String token = issued("alice");

    assertThat(tokens.redeem("login", token, null)).isEmpty();
    assertThat(tokens.redeem("Password-Reset", token, null)).isEmpty();
    assertThat(subjectOf(token)).isEqualTo("alice");
  }

  @Test
  void redeem_afterItsTime_isEmpty() {
    String token = issued("alice");
    String other = issued("bob");
    clock.advance(QUARTER.minusMillis(1));
    assertThat(subjectOf(other)).isEqualTo("bob");
    clock.advance(Duration.ofMillis(1));

    assertThat(subjectOf(token)).isNull();
  }

  /** Whoever has read the store has every selector. */
  @Test
  @Tag("G5")
  void redeem_withTheRightSelectorAndAnotherValidator_isEmpty_andLeavesTheToken() {
    String token = issued("alice");
    String forged = token.substring(0, 22) + issued("mallory").substring(22);

    assertThat(subjectOf(forged)).isNull();
    assertThat(subjectOf(token)).isEqualTo("alice");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "x",
        "AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAA\u0000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void redeem_whatIsNoToken_isEmpty(@Nullable String text) {
    assertThat(tokens.redeem(RESET, text, null)).isEmpty();
  }

  @Test
  void redeem_boundToABrowser_isGoodThereAlone() {
    OneTimeGrant bound = OneTimeGrant.of("login", "alice", QUARTER).boundTo(BROWSER);
    String token = tokens.issue(bound);

    assertThat(tokens.redeem("login", token, null)).isEmpty();
    assertThat(tokens.redeem("login", token, "BBBBBBBBBBBBBBBBBBBBBB")).isEmpty();
    assertThat(tokens.redeem("login", token, BROWSER.id()))
        .contains(new RedeemedToken("alice", ""));
  }

  @Test
  void redeem_boundToNoBrowser_isGoodInAny() {
    assertThat(tokens.redeem(RESET, issued("alice"), BROWSER.id())).isPresent();
  }

  @Test
  void issue_moreThanMayBe_isGoodForThoseThatCameLast() {
    String first = issued("alice");
    String second = issued("alice");
    issued("alice");
    String last = issued("alice");

    assertThat(subjectOf(first)).isNull();
    assertThat(subjectOf(second)).isEqualTo("alice");
    assertThat(subjectOf(last)).isEqualTo("alice");
  }

  /** Who knows a name can ask for links to log in by, as often as they like. */
  @Test
  @Tag("S15")
  void issue_moreThanMayBeForOtherBrowsers_leavesMine() {
    OneTimeGrant grant = OneTimeGrant.of("login", "alice", QUARTER);
    String mine = tokens.issue(grant.boundTo(BROWSER));
    for (int i = 0; i < 30; i++) {
      tokens.issue(grant.boundTo(new AskingBrowser("stranger" + i)));
      tokens.issue(grant.boundTo(new AskingBrowser("another stranger")));
      tokens.issue(grant);
    }

    assertThat(tokens.redeem("login", mine, BROWSER.id())).isPresent();
  }

  @Test
  void issue_moreThanMayBeForOneBrowser_isGoodForThoseThatCameLast() {
    OneTimeGrant grant = OneTimeGrant.of("login", "alice", QUARTER).boundTo(BROWSER);
    String first = tokens.issue(grant);
    List<String> last = Stream.generate(() -> tokens.issue(grant)).limit(3).toList();

    assertThat(tokens.redeem("login", first, BROWSER.id())).isEmpty();
    assertThat(last)
        .allSatisfy(one -> assertThat(tokens.redeem("login", one, BROWSER.id())).isPresent());
  }

  /** To find is one step, to remove the next: whoever has found it may come too late. */
  @Test
  @Tag("S15")
  void redeem_byManyAtOnce_isGoodForOne() throws Exception {
    try (Race race = new Race(RACERS)) {
      for (int round = 0; round < Race.rounds(10_000); round++) {
        String token = issued("alice");
        Callable<Boolean> racer = () -> subjectOf(token) != null;

        assertThat(Collections.frequency(race.run(Collections.nCopies(RACERS, racer)), true))
            .isOne();
      }
    }
  }

  @Test
  void revokeAll_ofASubject_isOfEachPurpose_andOfNobodyElse() {
    String reset = issued("alice");
    String login = tokens.issue(OneTimeGrant.of("login", "alice", QUARTER));
    String others = issued("Alice");

    assertThat(tokens.revokeAll("alice")).isEqualTo(2);
    assertThat(subjectOf(reset)).isNull();
    assertThat(tokens.redeem("login", login, null)).isEmpty();
    assertThat(subjectOf(others)).isEqualTo("Alice");
  }

  @Test
  void revokeAll_ofAPurpose_leavesTheOthers() {
    String reset = issued("alice");
    String login = tokens.issue(OneTimeGrant.of("login", "alice", QUARTER));

    assertThat(tokens.revokeAll("alice", RESET)).isOne();
    assertThat(subjectOf(reset)).isNull();
    assertThat(tokens.redeem("login", login, null)).isPresent();
  }

  @Test
  @Tag("G5")
  void issue_always_keepsNoSecretAndNoBrowser() {
    String token = tokens.issue(OneTimeGrant.of(RESET, "alice", QUARTER).boundTo(BROWSER));
    OneTimeRecord record = Objects.requireNonNull(store.oneTime().find(token.substring(0, 22)));

    assertThat(record.content()).doesNotContain(token.substring(23), BROWSER.id());
    assertThat(record.owner()).isNotEqualTo("alice").hasSize(43);
    assertThat(record.purpose()).isNotEqualTo(RESET).hasSize(43);
    assertThat(record.toString() + BROWSER).doesNotContain(record.content(), BROWSER.id());
  }

  @Test
  void redeem_whatIsStoredDamaged_isEmpty() {
    String token = issued("alice");
    OneTimeRecord record = Objects.requireNonNull(store.oneTime().find(token.substring(0, 22)));
    store.oneTime().remove(record);
    for (String damage : new String[] {"", "....", "AAAA.AAAA.AAAA.AAAA", "a.b"}) {
      store
          .oneTime()
          .keep(
              new OneTimeRecord(
                  record.id(),
                  record.owner(),
                  record.purpose(),
                  record.holder(),
                  record.keptUntil(),
                  damage),
              new Most(3, 3));
      assertThat(subjectOf(token)).isNull();
    }
  }

  @Test
  void storeThatIsDown_isSaid_andUsesNothingUp() {
    String token = issued("alice");
    store.breakDown();

    assertThatThrownBy(() -> issued("bob")).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> subjectOf(token)).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> tokens.revokeAll("alice"))
        .isInstanceOf(StoreUnavailableException.class);
    store.repair();
    assertThat(Optional.ofNullable(subjectOf(token))).contains("alice");
  }
}

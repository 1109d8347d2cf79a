package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.CallerLimit;
import dev.cloakroom.config.CallerLimit.WhenFull;
import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.store.BeanState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SignedSpellingTest {
  private static final int ROOM = 4096;

  private final SessionFixture life = new SessionFixture();
  private final OpenedSession opened = life.browserLogin("alice");
  private final SignedSpelling spelling = new SignedSpelling(new MacKey(new RandomIds().salt(32)));
  private final String text = spelling.spell(opened.session(), opened.ticket(), ROOM);

  private Ticket read(String cookie) {
    return Objects.requireNonNull(spelling.read(cookie));
  }

  @Test
  void read_spelled_isTheTicketWithItsStatement() {
    Ticket ticket = read(text);

    assertThat(ticket.text()).isEqualTo(opened.ticket().text());
    assertThat(opened.session().isAsStated(ticket)).isTrue();
    assertThat(spelling.isOutdated(opened.session(), ticket)).isFalse();
  }

  @Test
  @Tag("S4")
  void read_anyCharacterOfTheStatementChanged_isTheTicketAlone() {
    for (int at = opened.ticket().text().length() + 1; at < text.length(); at += 7) {
      char other = text.charAt(at) == 'A' ? 'B' : 'A';
      Ticket ticket = spelling.read(text.substring(0, at) + other + text.substring(at + 1));
      assertThat(ticket == null || ticket.statement() == null).as("changed at " + at).isTrue();
    }
  }

  /** Who has a statement of one ticket cannot put it beside another. */
  @Test
  void read_statementOfAnotherTicket_isTheTicketAlone() {
    OpenedSession bob = life.browserLogin("bob");
    String mixed = bob.ticket().text() + text.substring(opened.ticket().text().length());

    assertThat(read(mixed).statement()).isNull();
    assertThat(read(mixed).sessionId()).isEqualTo(bob.session().id());
  }

  @Test
  @Tag("G1")
  void read_keyReplaced_isTheTicketAlone_whichStillCountsAndIsSpelledAnew() {
    SignedSpelling next = new SignedSpelling(new MacKey(new RandomIds().salt(32)));
    Ticket ticket = Objects.requireNonNull(next.read(text));

    assertThat(ticket.statement()).isNull();
    assertThat(life.resolver.byTicket(ticket)).isInstanceOf(StoredLoginSession.class);
    assertThat(next.isOutdated(opened.session(), ticket)).isTrue();
  }

  /** An answer that is late would put it in the place of its successor. */
  @Test
  void isOutdated_ticketWithASuccessor_isNeverSignedAgain() {
    RotatedSession rotated = Objects.requireNonNull(life.rotation.rotate(opened.ticket()));
    assertThat(spelling.isOutdated(rotated.session(), read(text))).isFalse();

    var taken = (StoredLoginSession) life.resolver.byTicket(rotated.ticket());
    assertThat(spelling.isOutdated(taken, read(text))).isFalse();
    assertThat(spelling.isOutdated(taken, rotated.ticket())).isTrue();
  }

  @Test
  void isOutdated_ticketThatIsSoonReplacedByAge_isNotSignedAgain() {
    Duration interval = Duration.ofMinutes(5);
    SessionFixture rotating =
        new SessionFixture(SessionFixture.settings(interval, CallerLimit.NONE, WhenFull.REPLACE));
    Ticket ticket = rotating.browserLogin("alice").ticket();

    rotating.clock.advance(interval.dividedBy(2).minusMillis(1));
    var before = (StoredLoginSession) rotating.resolver.byTicket(ticket);
    assertThat(spelling.isOutdated(before, ticket)).isTrue();
    rotating.clock.advance(Duration.ofMillis(1));
    var near = (StoredLoginSession) rotating.resolver.byTicket(ticket);
    assertThat(spelling.isOutdated(near, ticket)).isFalse();
  }

  /** The store has to hear first that the client holds it. */
  @Test
  @Tag("S15")
  void spell_ticketThatNobodyHasShownYet_statesNothingThatIsBelieved() {
    RotatedSession rotated = Objects.requireNonNull(life.rotation.rotate(opened.ticket()));
    Ticket shown = read(spelling.spell(rotated.session(), rotated.ticket(), ROOM));

    assertThat(Objects.requireNonNull(shown.statement()).isOfNobodyYet()).isTrue();
    assertThat(Objects.requireNonNull(read(text).statement()).isOfNobodyYet()).isFalse();
  }

  @Test
  @Tag("C9")
  void spell_sessionWithBeans_saysNothingOfWhatTheyHold() {
    new SessionBeans(life.sessions, 100)
        .write(
            opened.session().id(),
            List.of(new BeanWrite.Changed("cart", null, BeanState.of(new byte[50]))));
    StoredLoginSession holding = (StoredLoginSession) life.resolver.byTicket(opened.ticket());

    String spelled = spelling.spell(holding, opened.ticket(), ROOM);

    assertThat(spelled).hasSameSizeAs(text).isNotEqualTo(text);
    assertThat(holding.isAsStated(read(spelled))).isTrue();
  }

  @Test
  void spell_moreThanACookieHolds_isTheBareTicket() {
    life.admin.changeGroups(
        "alice", IntStream.range(0, 500).mapToObj(i -> "group-" + i).collect(Collectors.toSet()));
    StoredLoginSession large = (StoredLoginSession) life.resolver.byTicket(opened.ticket());

    assertThat(spelling.spell(large, opened.ticket(), ROOM)).isEqualTo(opened.ticket().text());
    assertThat(text).hasSizeBetween(200, 600);
  }

  @Test
  void read_whatCannotBeATicket_isNull() {
    assertThat(spelling.read("")).isNull();
    assertThat(spelling.read("x".repeat(66))).isNull();
    assertThat(spelling.read(opened.ticket().text() + ".")).isNull();
    assertThat(spelling.read(opened.ticket().text() + "x.y.z")).isNull();
    assertThat(read(opened.ticket().text()).statement()).isNull();
  }
}

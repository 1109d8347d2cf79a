package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.RandomIds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTest {
  private final RandomIds random = new RandomIds();
  private final Ticket ticket = new Ticket(random.sessionId(), random.secret());

  @Test
  @Tag("S2")
  void parse_itsOwnText_givesItBack() {
    assertThat(Ticket.parse(ticket.text())).isEqualTo(ticket);
    assertThat(ticket.text()).hasSize(66);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "short.secret", "0123456789012345678901", "a.b.c"})
  @Tag("S4")
  void parse_notATicketsForm_isNull(String text) {
    assertThat(Ticket.parse(text)).isNull();
  }

  /** A store may have no way to look such an id up. */
  @ParameterizedTest
  @ValueSource(strings = {"\u0000", " ", "+", "/", "=", "é", "\ud83d"})
  @Tag("S4")
  void parse_idOfOtherCharacters_isNull(String odd) {
    assertThat(Ticket.parse(odd + ticket.text().substring(1))).isNull();
    assertThat(Ticket.parse("_" + ticket.text().substring(1))).isNotNull();
  }

  @Test
  @Tag("S4")
  void parse_oneCharacterMoreOrLess_isNull() {
    assertThat(Ticket.parse(ticket.text() + "A")).isNull();
    assertThat(Ticket.parse(ticket.text().substring(1))).isNull();
  }

  @Test
  @Tag("G5")
  void toString_always_hidesTheSecret() {
    assertThat(ticket.toString())
        .contains(ticket.sessionId())
        .doesNotContain(ticket.secret().text());
  }
}

package dev.cloakroom.store.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.store.Assurance;
import dev.cloakroom.store.BeanState;
import dev.cloakroom.store.Client;
import dev.cloakroom.store.End;
import dev.cloakroom.store.Limits;
import dev.cloakroom.store.Login;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.RefreshChain;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.TicketState;
import dev.cloakroom.testing.LogLines;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordCodecTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final SessionRecord PLAIN = Records.login("alice", NOW);

  private static final SecretHash HASH = new RandomIds().secret().hash();
  private static final Assurance OTP = Assurance.NONE.with(2, Set.of("otp"), NOW.plusMillis(7));

  private static final SessionRecord WITH_BEAN =
      PLAIN.keeping(Map.of("shop.Cart", BeanState.of(new byte[] {1, -2, 3})));

  private final RecordReader reader = new RecordReader();

  static List<SessionRecord> records() {
    Limits limits = new Limits(Duration.ofDays(14), NOW.plus(Duration.ofDays(90)));
    TicketState ticket = TicketState.issued(HASH, NOW, limits, TicketState.Persistence.PERSISTENT);
    Login foreign =
        new Login("Zoë 名前 😀", Set.of(), Set.of("pwd", "otp"), NOW, new Client("2001:db8::1", ""));
    return List.of(
        PLAIN,
        PLAIN.ticketElevated(HASH, NOW, OTP),
        PLAIN.offering(HASH, NOW),
        PLAIN.offering(HASH, NOW).takenUp(HASH, NOW.plusMillis(7), Duration.ofSeconds(10)),
        PLAIN.rotationDue(),
        PLAIN.keeping(
            Map.of("a", BeanState.of(new byte[0]), "b", BeanState.of(new byte[] {1, -2, 3}))),
        PLAIN.ended(new End(EndReason.REFRESH_TOKEN_REUSED, NOW)),
        PLAIN.regrouped(
            IntStream.range(0, 500).boxed().map(i -> "group " + i).collect(Collectors.toSet())),
        SessionRecord.begin(PLAIN.id(), foreign, ticket, RefreshChain.begun("salt", NOW, limits)),
        SessionRecord.begin(PLAIN.id(), foreign, ticket, RefreshChain.begun("salt", NOW, limits))
            .tokensElevated("pepper", NOW, OTP));
  }

  @ParameterizedTest
  @MethodSource("records")
  void decode_encoded_isTheSame(SessionRecord record) {
    assertThat(read(record, RecordCodec.encode(record))).isEqualTo(record);
  }

  @Test
  void read_laterForm_isNoSession() {
    byte[] body = RecordCodec.encode(PLAIN);
    body[0] = RecordCodec.FORM + 1;

    assertThat(read(PLAIN, body)).isNull();
  }

  /** Nodes of the release before go on with what they can understand. */
  @Test
  void encode_loginWithNothingProvenSince_isInTheFormOfTheReleaseBefore() {
    assertThat(RecordCodec.encode(PLAIN)[0]).isEqualTo((byte) 3);
    assertThat(RecordCodec.encode(PLAIN.ticketElevated(HASH, NOW, OTP))[0]).isEqualTo((byte) 4);
  }

  @Test
  void read_againAndAgain_isLoggedOnceForEachRecord() {
    byte[] body = {RecordCodec.FORM + 1};
    SessionRecord other = Records.login("bob", NOW);
    try (LogLines log = LogLines.of("dev.cloakroom.store")) {
      read(PLAIN, body);
      read(PLAIN, body);
      read(other, body);
      assertThat(RecordReader.readElsewhere(new StoredBody(PLAIN.id(), 1, body, null))).isNull();

      assertThat(log.lines()).hasSize(2).allMatch(line -> line.contains("cannot be read"));
    }
  }

  @Test
  void read_cutAnywhere_isNoSession() {
    byte[] body = RecordCodec.encode(WITH_BEAN);
    for (int length = 0; length < body.length; length++) {
      assertThat(read(PLAIN, Arrays.copyOf(body, length))).as("cut to " + length).isNull();
    }
  }

  @Test
  void read_longerThanItShouldBe_isNoSession() {
    byte[] body = RecordCodec.encode(PLAIN);

    assertThat(read(PLAIN, Arrays.copyOf(body, body.length + 1))).isNull();
  }

  /** A wrong count must not be believed: it would ask for gigabytes. */
  @Test
  void read_anyByteChanged_neverThrows() {
    byte[] body = RecordCodec.encode(WITH_BEAN);
    for (int at = 0; at < body.length; at++) {
      for (int value : new int[] {0, 1, 0x7f, 0xff}) {
        byte[] damaged = body.clone();
        damaged[at] = (byte) value;
        SessionRecord read = read(PLAIN, damaged);
        assertThat(read == null || read.id().equals(PLAIN.id())).isTrue();
      }
    }
  }

  @Test
  void encode_ordinarySession_isSmall() {
    assertThat(RecordCodec.encode(PLAIN)).hasSizeLessThan(200);
  }

  private @Nullable SessionRecord read(SessionRecord record, byte[] body) {
    return reader.read(new StoredBody(record.id(), record.version(), body, record.end()));
  }
}

package dev.cloakroom.session;

import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.remote.RecordCodec;
import dev.cloakroom.store.remote.RecordReader;
import dev.cloakroom.store.remote.StoredBody;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a login session was when the store was last asked, to be carried by its cookie under a
 * signature. It says nothing about what happened since, nor of what beans keep. Immutable.
 */
public final class Statement {
  /** The version of no record: what is said of it holds for nobody. */
  private static final long NONE = 0;

  private final SessionRecord record;
  private final long version;

  private Statement(SessionRecord record, long version) {
    this.record = record;
    this.version = version;
  }

  static Statement of(SessionRecord record) {
    return new Statement(record.alone(), record.version());
  }

  /**
   * As it is signed beside a ticket that nobody has shown yet: as of no version, because the store
   * has to hear first that the client holds that ticket.
   */
  static Statement beforeItIsShown(SessionRecord record) {
    return new Statement(record.alone(), NONE);
  }

  /**
   * Reads what {@link #bytes} gave.
   *
   * @param bytes as they were signed for this session; never call it with others
   * @return null if another release wrote them
   */
  public static @Nullable Statement decode(String sessionId, byte[] bytes) {
    if (bytes.length < Long.BYTES) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long version = buffer.getLong();
    byte[] body = new byte[buffer.remaining()];
    buffer.get(body);
    SessionRecord record =
        RecordReader.readElsewhere(new StoredBody(sessionId, version, body, null));
    return record == null ? null : new Statement(record, version);
  }

  /** The bytes to sign. */
  public byte[] bytes() {
    byte[] body = RecordCodec.encode(record);
    return ByteBuffer.allocate(Long.BYTES + body.length).putLong(version).put(body).array();
  }

  SessionRecord record() {
    return record;
  }

  /** Whether it is of a record as it is, and no other version. */
  boolean isOf(SessionRecord other) {
    return version == other.version();
  }

  /** Whether it says nothing that can be believed. */
  boolean isOfNobodyYet() {
    return version == NONE;
  }

  @Override
  public String toString() {
    return "Statement[" + record.id() + ", version " + version + "]";
  }
}

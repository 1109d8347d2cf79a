package dev.cloakroom.session;

import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.shared.RecordCodec;
import dev.cloakroom.store.shared.RecordReader;
import dev.cloakroom.store.shared.StoredBody;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a login session was when the store was last asked, to be carried by its cookie under a
 * signature. It says nothing about what happened since, nor of what beans keep. Immutable.
 */
public final class Statement {
  private final SessionRecord record;

  private Statement(SessionRecord record) {
    this.record = record;
  }

  static Statement of(SessionRecord record) {
    return new Statement(record.withoutBeans());
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
    return record == null ? null : new Statement(record);
  }

  /** The bytes to sign. */
  public byte[] bytes() {
    byte[] body = RecordCodec.encode(record);
    return ByteBuffer.allocate(Long.BYTES + body.length)
        .putLong(record.version())
        .put(body)
        .array();
  }

  SessionRecord record() {
    return record;
  }

  @Override
  public String toString() {
    return "Statement[" + record.id() + ", version " + record.version() + "]";
  }
}

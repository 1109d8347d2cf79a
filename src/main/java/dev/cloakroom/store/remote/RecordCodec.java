package dev.cloakroom.store.remote;

import dev.cloakroom.store.RefreshChain;
import dev.cloakroom.store.SessionRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The form in which stores outside of this process keep the body of a record: all of it but id,
 * version and end, which a store can change by itself. The first byte is the form's number.
 *
 * <p>Moments and durations are kept in whole milliseconds. Stateless.
 */
public final class RecordCodec {
  /** The number of this form; a node that meets a later one cannot read it. */
  static final int FORM = 4;

  /**
   * That of records of a login alone, without what was proven since: they are written as earlier
   * releases write all, which run beside this one while nodes are replaced.
   */
  static final int FORM_OF_LOGINS = 3;

  private static final int TYPICAL_SIZE = 256;

  private RecordCodec() {}

  /** The body of a record. */
  public static byte[] encode(SessionRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_SIZE);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      int form = isElevated(record) ? FORM : FORM_OF_LOGINS;
      out.writeByte(form);
      new BodyWriter(out, form).write(record);
    } catch (IOException e) {
      throw new UncheckedIOException("login session " + record.id() + " has no stored form", e);
    }
    return bytes.toByteArray();
  }

  private static boolean isElevated(SessionRecord record) {
    RefreshChain chain = record.refresh();
    return !record.ticket().elevation().isNone() || (chain != null && !chain.elevation().isNone());
  }

  /**
   * The record of a body.
   *
   * @param around the record's id, version and end
   * @throws UnreadableRecordException if the body is damaged, or of any other form
   */
  static SessionRecord decode(StoredBody around) throws UnreadableRecordException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(around.body()))) {
      int form = in.readUnsignedByte();
      if (form != FORM && form != FORM_OF_LOGINS) {
        throw new UnreadableRecordException(
            "it has form " + form + ", this node reads " + FORM_OF_LOGINS + " and " + FORM);
      }
      SessionRecord record = new BodyReader(in, form).read(around);
      if (in.read() >= 0) {
        throw new UnreadableRecordException("it is longer than it should be");
      }
      return record;
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableRecordException("it is damaged: " + e);
    }
  }
}

package dev.cloakroom.store.remote;

import dev.cloakroom.store.End;
import org.jspecify.annotations.Nullable;

/**
 * A record as a store outside of this process gives it. It takes the array over without a copy, to
 * be read once.
 */
public final class StoredBody {
  private final String id;
  private final long version;
  private final byte[] body;
  private final @Nullable End end;

  /**
   * What a store has of a record.
   *
   * @param body what {@link RecordCodec#encode} gave, taken over
   * @param end that the session was ended; null while it was not
   */
  public StoredBody(String id, long version, byte[] body, @Nullable End end) {
    this.id = id;
    this.version = version;
    this.body = body;
    this.end = end;
  }

  String id() {
    return id;
  }

  long version() {
    return version;
  }

  byte[] body() {
    return body;
  }

  @Nullable End end() {
    return end;
  }
}

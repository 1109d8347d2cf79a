package dev.cloakroom.store.remote;

import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.store.Assurance;
import dev.cloakroom.store.BeanState;
import dev.cloakroom.store.Client;
import dev.cloakroom.store.Limits;
import dev.cloakroom.store.Login;
import dev.cloakroom.store.RefreshChain;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.Succession;
import dev.cloakroom.store.Succession.Given;
import dev.cloakroom.store.Succession.Replaced;
import dev.cloakroom.store.TicketState;
import dev.cloakroom.store.TicketState.Persistence;
import dev.cloakroom.store.TicketState.Rotation;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body of one record, in the order in which {@link BodyWriter} wrote it. */
final class BodyReader {
  private static final int HASH_BYTES = 32;

  private final DataInputStream in;
  private final int form;

  BodyReader(DataInputStream in, int form) {
    this.in = in;
    this.form = form;
  }

  SessionRecord read(StoredBody around) throws IOException {
    return new SessionRecord(
        around.id(),
        around.version(),
        login(),
        moment(),
        ticket(),
        refresh(),
        beans(),
        around.end());
  }

  private Login login() throws IOException {
    return new Login(in.readUTF(), texts(), texts(), moment(), client());
  }

  private Client client() throws IOException {
    return new Client(in.readUTF(), in.readUTF());
  }

  private Set<String> texts() throws IOException {
    int count = in.readInt();
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < count; i++) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  private TicketState ticket() throws IOException {
    return new TicketState(
        secrets(),
        moment(),
        limits(),
        in.readBoolean() ? Persistence.PERSISTENT : Persistence.TRANSIENT,
        in.readBoolean() ? Rotation.DUE : Rotation.NONE,
        assurance());
  }

  private Succession secrets() throws IOException {
    return new Succession(given(), moment(), offered(), replaced());
  }

  private List<Given> offered() throws IOException {
    List<Given> offered = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      offered.add(given());
    }
    return offered;
  }

  private List<Replaced> replaced() throws IOException {
    List<Replaced> replaced = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      replaced.add(new Replaced(hash(), moment(), moment()));
    }
    return replaced;
  }

  private Given given() throws IOException {
    return new Given(hash(), moment());
  }

  private @Nullable RefreshChain refresh() throws IOException {
    return in.readBoolean()
        ? new RefreshChain(in.readUTF(), in.readLong(), moment(), limits(), assurance())
        : null;
  }

  private Assurance assurance() throws IOException {
    if (form == RecordCodec.FORM_OF_LOGINS) {
      return Assurance.NONE;
    }
    Map<Integer, Instant> moments = new HashMap<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      moments.put(in.readUnsignedByte(), moment());
    }
    return new Assurance(moments, texts());
  }

  private Map<String, BeanState> beans() throws IOException {
    int count = in.readInt();
    Map<String, BeanState> beans = new HashMap<>();
    for (int i = 0; i < count; i++) {
      beans.put(in.readUTF(), BeanState.of(bytes(in.readInt())));
    }
    return beans;
  }

  /** Takes no room for more than there is, whatever length is written. */
  private byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private Limits limits() throws IOException {
    return new Limits(Duration.ofMillis(in.readLong()), moment());
  }

  private SecretHash hash() throws IOException {
    byte[] bytes = new byte[HASH_BYTES];
    in.readFully(bytes);
    return SecretHash.fromBytes(bytes);
  }

  private Instant moment() throws IOException {
    return Instant.ofEpochMilli(in.readLong());
  }
}

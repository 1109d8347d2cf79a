package dev.cloakroom.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.factor.BegunLogin.Wish;
import dev.cloakroom.store.BeanState;
import dev.cloakroom.store.Client;
import dev.cloakroom.store.Login;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form in which a pending login, or a question to somebody who is logged in, is kept. The first
 * byte is the form's number. Stateless.
 */
final class FactorCodec {
  private static final int FORM = 1;
  private static final Client UNKNOWN = new Client("", "");

  private FactorCodec() {}

  /** Writes something. */
  @FunctionalInterface
  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  static byte[] encode(BegunLogin begun, FactorQuestion question) {
    return bytes(
        out -> {
          login(begun.login(), out);
          out.writeBoolean(begun.wants(Wish.REMEMBERED));
          out.writeBoolean(begun.wants(Wish.TOKENS));
          texts(begun.names(), out);
          states(begun.kept(), out);
          out.writeBoolean(begun.next() != null);
          text(begun.next() == null ? "" : begun.next(), out);
          question(question, out);
        });
  }

  static byte[] encode(String sessionId, FactorQuestion question) {
    return bytes(
        out -> {
          text(sessionId, out);
          question(question, out);
        });
  }

  private static byte[] bytes(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      content.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void login(Login login, DataOutputStream out) throws IOException {
    text(login.callerName(), out);
    texts(login.groups(), out);
    texts(login.methods(), out);
    out.writeLong(login.at().toEpochMilli());
  }

  private static void question(FactorQuestion question, DataOutputStream out) throws IOException {
    texts(question.methods(), out);
    texts(question.challenges().keySet(), out);
    texts(question.challenges().values(), out);
  }

  private static void states(Map<String, BeanState> states, DataOutputStream out)
      throws IOException {
    out.writeInt(states.size());
    for (Map.Entry<String, BeanState> state : states.entrySet()) {
      text(state.getKey(), out);
      bytes(state.getValue().toBytes(), out);
    }
  }

  private static void texts(Collection<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(text, out);
    }
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    bytes(text.getBytes(UTF_8), out);
  }

  private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * A login as it was kept.
   *
   * @throws IOException if it is damaged, or of another form
   */
  static KeptLogin login(byte[] content) throws IOException {
    DataInputStream in = opened(content);
    Login login = new Login(text(in), texts(in), texts(in), moment(in), UNKNOWN);
    Set<Wish> wishes = EnumSet.noneOf(Wish.class);
    addIf(in.readBoolean(), Wish.REMEMBERED, wishes);
    addIf(in.readBoolean(), Wish.TOKENS, wishes);
    List<String> names = list(in);
    Map<String, BeanState> kept = states(in);
    boolean leads = in.readBoolean();
    String next = text(in);
    return new KeptLogin(
        new BegunLogin(login, wishes, names, kept, leads ? next : null), question(in));
  }

  /** What was kept of a login. */
  record KeptLogin(BegunLogin begun, FactorQuestion question) {}

  /**
   * A question to somebody who is logged in, as it was kept.
   *
   * @throws IOException if it is damaged, or of another form
   */
  static KeptQuestion question(byte[] content) throws IOException {
    DataInputStream in = opened(content);
    return new KeptQuestion(text(in), question(in));
  }

  /** What was kept of a question. */
  record KeptQuestion(String sessionId, FactorQuestion question) {}

  private static DataInputStream opened(byte[] content) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
    if (in.readUnsignedByte() != FORM) {
      throw new IOException("it is of another form");
    }
    return in;
  }

  private static void addIf(boolean wanted, Wish wish, Set<Wish> wishes) {
    if (wanted) {
      wishes.add(wish);
    }
  }

  private static FactorQuestion question(DataInputStream in) throws IOException {
    Set<String> methods = texts(in);
    List<String> asking = list(in);
    List<String> asked = list(in);
    Map<String, String> challenges = new HashMap<>();
    for (int i = 0; i < asking.size(); i++) {
      challenges.put(asking.get(i), asked.get(i));
    }
    return FactorQuestion.of(methods, challenges);
  }

  private static Map<String, BeanState> states(DataInputStream in) throws IOException {
    Map<String, BeanState> states = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      states.put(text(in), BeanState.of(bytes(in)));
    }
    return states;
  }

  private static Instant moment(DataInputStream in) throws IOException {
    return Instant.ofEpochMilli(in.readLong());
  }

  private static Set<String> texts(DataInputStream in) throws IOException {
    return Set.copyOf(list(in));
  }

  private static List<String> list(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(text(in));
    }
    return texts;
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), UTF_8);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("it is shorter than it says");
    }
    return in.readNBytes(length);
  }
}

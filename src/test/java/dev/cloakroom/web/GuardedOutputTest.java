package dev.cloakroom.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to write is handed on as it came, and none without asking the gate. */
class GuardedOutputTest {

  /** What a base class does by another method of its own that is handed on. */
  private static final Set<String> LEFT = Set.of("append", "printf", "checkError");

  private boolean open = true;
  private int asked;

  private boolean gate() {
    asked++;
    return open;
  }

  static Stream<Method> streamMethods() {
    return Stream.of(ServletOutputStream.class, OutputStream.class)
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(GuardedOutputTest::canBeOverridden);
  }

  static Stream<Method> writerMethods() {
    return Stream.of(PrintWriter.class.getDeclaredMethods())
        .filter(GuardedOutputTest::canBeOverridden);
  }

  static Stream<Method> waysToWrite() {
    return writerMethods().filter(method -> method.getParameterCount() > 0);
  }

  private static boolean canBeOverridden(Method method) {
    int modifiers = method.getModifiers();
    return Modifier.isPublic(modifiers) && !Modifier.isStatic(modifiers) && !method.isBridge();
  }

  private static boolean declares(Class<?> wrapper, Method method) {
    return Stream.of(wrapper.getDeclaredMethods())
        .anyMatch(
            own ->
                own.getName().equals(method.getName())
                    && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
  }

  @ParameterizedTest
  @MethodSource("streamMethods")
  void stream_leavesNothingToItsBaseClass(Method method) {
    assertThat(declares(GuardedOutputStream.class, method)).as("%s", method).isTrue();
  }

  @ParameterizedTest
  @MethodSource("writerMethods")
  void writer_leavesNothingToItsBaseClass_butWhatEndsInAnotherMethod(Method method) {
    assertThat(declares(GuardedWriter.class, method) || LEFT.contains(method.getName()))
        .as("%s", method)
        .isTrue();
  }

  /** What sends the answer; setters of headers have tests of their own. */
  @Test
  void response_leavesNothingToItsBaseClass_thatSendsTheAnswer() {
    List<Method> left =
        Stream.of(HttpServletResponseWrapper.class.getMethods())
            .filter(GuardedOutputTest::canBeOverridden)
            .filter(method -> List.of(method.getExceptionTypes()).size() > 0)
            .filter(method -> method.getDeclaringClass() != Object.class)
            .filter(method -> !declares(GuardedResponse.class, method))
            .toList();

    assertThat(left).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("waysToWrite")
  void writer_writesWhatTheWrappedOneWrites_andOnlyIfTheGateIsOpen(Method method)
      throws ReflectiveOperationException {
    StringWriter bare = new StringWriter();
    StringWriter guarded = new StringWriter();
    method.invoke(new OwnLines(bare), arguments(method));

    method.invoke(new GuardedWriter(new OwnLines(guarded), this::gate), arguments(method));
    open = false;
    method.invoke(new GuardedWriter(new OwnLines(guarded), this::gate), arguments(method));

    assertThat(guarded).hasToString(bare.toString()).isNotEqualTo("");
    assertThat(asked).isPositive();
  }

  /** A container ends lines in its own way. */
  private static final class OwnLines extends PrintWriter {
    OwnLines(StringWriter text) {
      super(text);
    }

    @Override
    public void println() {
      write("\r\n");
    }
  }

  private static Object[] arguments(Method method) {
    return Stream.of(method.getParameterTypes()).map(GuardedOutputTest::argument).toArray();
  }

  private static Object argument(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "boolean" -> true;
      case "char" -> '\u20ac';
      case "int" -> 1;
      case "long" -> 2L;
      case "float" -> 3f;
      case "double" -> 4d;
      case "char[]" -> "gr\u00fc\u00dfe".toCharArray();
      case "Locale" -> Locale.GERMANY;
      case "Object[]" -> new Object[] {1.5};
      default -> "gr\u00fc\u00dfe %s \u20ac";
    };
  }

  @Test
  void print_ofTheStream_isInTheContainersEncoding() throws Exception {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    try (GuardedOutputStream stream = new GuardedOutputStream(new InUtf8(sent), this::gate)) {
      stream.print("gr\u00fc\u00dfe \u20ac");
      stream.println("!");
      open = false;
      stream.println("dropped");
    }

    assertThat(sent.toString(UTF_8)).isEqualTo("gr\u00fc\u00dfe \u20ac!\n");
  }

  /** The container's stream, as all of them have it. */
  private static final class InUtf8 extends ServletOutputStream {
    private final ByteArrayOutputStream sent;

    InUtf8(ByteArrayOutputStream sent) {
      this.sent = sent;
    }

    @Override
    public void print(String text) {
      sent.writeBytes(text.getBytes(UTF_8));
    }

    @Override
    public void println(String text) {
      print(text + "\n");
    }

    @Override
    public void write(int octet) {
      sent.write(octet);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}

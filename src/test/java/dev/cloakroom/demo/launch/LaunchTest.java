package dev.cloakroom.demo.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.testing.FreePort;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LaunchTest {

  private static final Launch LAUNCH =
      new Launch(Path.of("micro.jar"), Path.of("demo.war"), Path.of("boot.txt"), new Ports(81, 82));

  @Test
  void command_anyLaunch_keepsToThisMachine() {
    assertThat(LAUNCH.command(List.of("-Xmx1g")))
        .containsSequence("-Xmx1g", "-jar", "micro.jar")
        .containsSequence("--deploy", "demo.war", "--contextroot", "/")
        .containsSequence("--port", "81", "--sslport", "82")
        .containsSequence("--prebootcommandfile", "boot.txt")
        .contains("--nohazelcast", "--disablephonehome");
  }

  /** Pages by another name of this machine, or by another port, may use what is for them. */
  @Test
  void otherOrigins_areAllByWhichThePageIsNotTheDemosOwn() {
    assertThat(new OtherOrigins(List.of(new Ports(81, 82)), 83).jvmOptions())
        .contains(
            "-Ddemo.another-port=83",
            "-Dcloakroom.cors.shared.allowed-origins=http://localhost:83,http://localhost:81,"
                + "https://localhost:82,http://127.0.0.1:83,http://127.0.0.1:81,"
                + "https://127.0.0.1:82");
  }

  @Test
  void banner_ports_endsWithWhatToOpenTryAndStop() {
    assertThat(DemoServer.banner(List.of(new Ports(81, 82))).lines().skip(2))
        .satisfiesExactly(
            open ->
                assertThat(open).contains("http://localhost:81/").contains("https://localhost:82/"),
            attempt ->
                assertThat(attempt).contains("curl").contains("http://localhost:81/api/login"),
            stop -> assertThat(stop).contains("Ctrl-C"));
  }

  @Test
  void requireFree_portTaken_isRefusedWithPortAndRemedy() throws Exception {
    int free = FreePort.any();
    try (ServerSocket taken = listen()) {
      int port = taken.getLocalPort();

      assertThatExceptionOfType(LaunchException.class)
          .isThrownBy(() -> new Ports(free, port).requireFree())
          .withMessageStartingWith("Port " + port + " of 127.0.0.1 is taken")
          .withMessageContaining("--https-port")
          .returns(1, LaunchException::exitCode);
    }
  }

  @Test
  void requireFree_portsFree_goesOn() {
    Ports free = new Ports(FreePort.any(), FreePort.any());

    assertThatCode(free::requireFree).doesNotThrowAnyException();
  }

  @Test
  void requireFree_onePortForBoth_isRefused() {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> new Ports(8080, 8080).requireFree())
        .withMessage("HTTP and HTTPS cannot both use port 8080.");
  }

  @Test
  void pass_output_arrivesWholeAndStartsTheSilenceAnew() {
    AtomicLong now = new AtomicLong();
    PassedOutput output = new PassedOutput(now::get);
    ByteArrayOutputStream passed = new ByteArrayOutputStream();

    now.set(Duration.ofSeconds(5).toNanos());
    output.pass(new ByteArrayInputStream("ready\n".getBytes(UTF_8)), passed);

    assertThat(passed.toString(UTF_8)).isEqualTo("ready\n");
    now.addAndGet(Duration.ofMillis(999).toNanos());
    assertThat(output.isSilentFor(Duration.ofSeconds(1))).isFalse();
    now.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(output.isSilentFor(Duration.ofSeconds(1))).isTrue();
  }

  @Test
  void text_ofMuchOutput_isItsBeginning() {
    PassedOutput output = new PassedOutput(() -> 0);
    byte[] much = ("ready\n" + "x".repeat(5_000_000)).getBytes(UTF_8);
    ByteArrayOutputStream passed = new ByteArrayOutputStream();

    output.pass(new ByteArrayInputStream(much), passed);

    assertThat(passed.size()).isEqualTo(much.length);
    assertThat(output.text()).startsWith("ready\n").hasSizeBetween(1_000_000, 1_100_000);
  }

  @Test
  void markedLines_ofSeveralNodes_arriveWhole() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream place = new PrintStream(bytes, true, UTF_8);
    try (MarkedLines one = new MarkedLines(place, "1| ");
        MarkedLines other = new MarkedLines(place, "2| ")) {
      one.write("half".getBytes(UTF_8));
      other.write("w\u00f6rter\n".getBytes(UTF_8));
      one.write(" a line\nrest".getBytes(UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }

    assertThat(bytes.toString(UTF_8)).isEqualTo("2| w\u00f6rter\n1| half a line\n");
  }

  private static ServerSocket listen() throws Exception {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}

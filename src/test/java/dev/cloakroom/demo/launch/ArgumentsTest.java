package dev.cloakroom.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

  private String file = "";

  @BeforeEach
  void writeFile(@TempDir Path folder) throws Exception {
    file = Files.createFile(folder.resolve("a.jar")).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "080", "http", "", "9999999999"})
  void launch_portOutOfRange_isRefusedWithTheRange(String port) {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> plan(files("--port", port)))
        .withMessage("Argument --port is " + port + ", allowed is 1 to 65535.")
        .returns(2, LaunchException::exitCode);
  }

  @Test
  void choice_ofSomeValues_isTheFirstUnlessGiven_andNoOther() throws Exception {
    List<String> allowed = List.of("others", "stores");
    List<String> names = List.of("--beside");
    Arguments nothing = Arguments.parse(List.of(), names);
    Arguments stores = Arguments.parse(List.of("--beside", "stores"), names);
    Arguments wrong = Arguments.parse(List.of("--beside", "shops"), names);

    assertThat(nothing.choice("--beside", allowed)).isEqualTo("others");
    assertThat(stores.choice("--beside", allowed)).isEqualTo("stores");
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> wrong.choice("--beside", allowed))
        .withMessage("Argument --beside is shops, allowed is others or stores.")
        .returns(2, LaunchException::exitCode);
  }

  @Test
  void launch_unknownArgument_isRefusedWithTheAllowedOnes() {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> plan(files("--prot", "1")))
        .withMessageContaining("--prot")
        .withMessageContaining("--https-port");
  }

  @Test
  void launch_argumentTwice_isRefused() {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> plan(files("--port", "1", "--port", "2")))
        .withMessage("Argument --port needs exactly one value.");
  }

  @Test
  void launch_argumentWithoutValue_isRefused() {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> plan(files("--port")))
        .withMessage("Argument --port needs exactly one value.");
  }

  @Test
  void launch_fileMissing_isRefused() {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> plan(List.of("--payara", file)))
        .withMessage("Argument --war is missing: it names a file.");
  }

  @Test
  void launch_fileNotThere_isRefusedWithItsPath() {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> plan(List.of("--payara", file + ".gone")))
        .withMessageContaining(file + ".gone");
  }

  private static DemoPlan plan(List<String> args) throws LaunchException {
    return DemoPlan.of(args, Map.of());
  }

  private List<String> files(String... more) {
    List<String> args =
        new ArrayList<>(List.of("--payara", file, "--war", file, "--preboot", file));
    args.addAll(List.of(more));
    return args;
  }
}

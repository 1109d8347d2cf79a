package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.Stub;
import jakarta.servlet.ServletContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharingCheckTest {
  private final ServedApplication served = new ServedApplication();
  private final ServletContext east = at("/east");
  private final ServletContext west = at("/west");

  private static ServletContext at(String path) {
    return Stub.of(ServletContext.class, Map.of("getContextPath", none -> path));
  }

  private static SharingCheck check(ServedApplication beans) {
    return new SharingCheck(() -> beans);
  }

  @Test
  void whenStarting_withBeansOfItsOwn_isNoProblem() {
    assertThat(check(served).whenStarting(east)).isNull();
    assertThat(check(new ServedApplication()).whenStarting(west)).isNull();
  }

  @Test
  void whenStarting_withTheBeansOfAnother_namesBothAndTheRemedy() {
    check(served).whenStarting(east);

    assertThat(check(served).whenStarting(west))
        .contains("'/east' and '/west'", "with the JAR in its WEB-INF/lib");
    assertThat(check(served).whenStarting(east)).isNull();
  }
}

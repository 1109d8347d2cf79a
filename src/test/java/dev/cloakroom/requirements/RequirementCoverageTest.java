package dev.cloakroom.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.requirements.RequirementCoverage.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequirementCoverageTest {

  private static final String LIST =
      """
      # Requirements

      - **J1** verify before any claim is used (A9.1.1)
      - **C10** signing does not stop replay
      """;

  @Test
  void requirementsIn_aList_areIdsWithTheirText() {
    assertThat(RequirementCoverage.requirementsIn(LIST))
        .containsExactly(
            Map.entry("J1", "verify before any claim is used (A9.1.1)"),
            Map.entry("C10", "signing does not stop replay"));
  }

  @Test
  void requirementsIn_theListOfTheProject_areAllThere() throws IOException {
    String list = Files.readString(Path.of("src", "docs", "requirements.md"));

    assertThat(RequirementCoverage.requirementsIn(list))
        .hasSize(26 + 8 + 5 + 17 + 10 + 19 + 11 + 8)
        .containsKeys("J26", "B8", "R5", "S17", "C10", "X19", "P11", "G8");
  }

  @Test
  void proofsIn_taggedTest_areFound() {
    assertThat(proofs("@Test @Tag(\"J1\") void m() {}")).containsExactly(new Proof("J1", "T.m"));
  }

  @Test
  void proofsIn_parameterizedTestWithSeveralTags_areAllFound() {
    assertThat(proofs("@Tag(\"J1\") @Tag(\"S3\") @ParameterizedTest void m(int i) {}"))
        .containsExactly(new Proof("J1", "T.m"), new Proof("S3", "T.m"));
  }

  @Test
  void proofsIn_tagsInOneAnnotation_areAllFound() {
    assertThat(proofs("@Test @Tags({@Tag(\"J1\"), @Tag(\"S3\")}) void m() {}"))
        .containsExactly(new Proof("J1", "T.m"), new Proof("S3", "T.m"));
  }

  @Test
  void proofsIn_nestedClass_areNamedWithBothClasses() {
    assertThat(proofs("@Nested @Tag(\"S3\") class N { @Test @Tag(\"J1\") void m() {} }"))
        .containsExactly(new Proof("S3", "T.N"), new Proof("J1", "T.N.m"));
  }

  @Test
  void proofsIn_severalSources_areThoseOfAll() {
    String one = "class A { @Test @Tag(\"J1\") void m() {} }";
    String other = "@Tag(\"S3\") class B {}";

    assertThat(RequirementCoverage.proofsIn(List.of(one, other)))
        .containsExactly(new Proof("J1", "A.m"), new Proof("S3", "B"));
  }

  @Test
  void proofsIn_disabledTestOrClass_areNone() {
    assertThat(proofs("@Disabled @Test @Tag(\"J1\") void m() {}")).isEmpty();
    assertThat(proofs("@Disabled class N { @Test @Tag(\"J1\") void m() {} }")).isEmpty();
  }

  @Test
  void proofsIn_methodThatIsNoTest_areNone() {
    assertThat(proofs("@Tag(\"J1\") void m() {}")).isEmpty();
  }

  @Test
  void proofsIn_textThatLooksLikeATag_areNone() {
    assertThat(proofs("/* @Test @Tag(\"J1\") */ @Test void m() { n(\"@Tag(\\\"J1\\\")\"); }"))
        .isEmpty();
  }

  @Test
  void proofsIn_tagThatIsNoId_areNone() {
    assertThat(proofs("@Test @Tag(\"slow\") @DisplayName(\"J1\") void m() {}")).isEmpty();
  }

  @Test
  void report_saysForEachIdWhatProvesItOrItsText() {
    assertThat(coverage("@Test @Tag(\"J1\") void b() {} @Test @Tag(\"J1\") void a() {}").report())
        .isEqualTo(
            """
            J1 proven by T.a, T.b
            C10 not yet: signing does not stop replay

            1 of 2 proven, 1 not yet
            """);
  }

  @Test
  void unknown_idThatIsOnNoList_isNamedInTheReport() {
    RequirementCoverage coverage = coverage("@Test @Tag(\"J99\") void m() {}");

    assertThat(coverage.unknown()).containsExactly("J99");
    assertThat(coverage.report()).contains("J99 is not a requirement: T.m");
  }

  @Test
  void unknown_inThisProject_isEmpty() throws IOException {
    assertThat(RequirementCoverage.ofProject().unknown()).isEmpty();
  }

  private static List<Proof> proofs(String members) {
    return RequirementCoverage.proofsIn(List.of("class T { " + members + " }"));
  }

  private static RequirementCoverage coverage(String members) {
    return RequirementCoverage.of(LIST, List.of("class T { " + members + " }"));
  }
}

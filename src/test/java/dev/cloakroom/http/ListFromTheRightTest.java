package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ListFromTheRightTest {

  private static List<String> read(String... headers) {
    List<String> members = new ArrayList<>();
    ListFromTheRight.of(Collections.enumeration(List.of(headers))).forEachRemaining(members::add);
    return members;
  }

  @Test
  void members_comeFromTheRight_withoutWhiteSpaceAndEmptyOnes() {
    assertThat(read("a, b ,\tc")).containsExactly("c", "b", "a");
    assertThat(read(", a,, b,")).containsExactly("b", "a");
    assertThat(read("a, b", "c")).containsExactly("c", "b", "a");
    assertThat(read("a")).containsExactly("a");
  }

  @Test
  void nothing_hasNoMembers() {
    assertThat(read()).isEmpty();
    assertThat(read("", " , ")).isEmpty();
    assertThat(ListFromTheRight.of(null).hasNext()).isFalse();
    assertThat(ListFromTheRight.of(null).nextOrNull()).isNull();
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> ListFromTheRight.of(null).next());
  }

  @Test
  void commaInQuotes_separatesNothing() {
    assertThat(read("a, b=\"x,y\", c")).containsExactly("c", "b=\"x,y\"", "a");
  }

  /** A client that opens a quote would otherwise swallow what a proxy adds. */
  @Test
  @Tag("X15")
  void quoteThatIsNeverClosed_takesInOnlyWhatIsLeftOfIt() {
    assertThat(read("evil, for=\"x, for=\"[::1]:80\";proto=https"))
        .containsExactly("for=\"[::1]:80\";proto=https", "evil, for=\"x");
    assertThat(read("for=\"evil", "for=1.2.3.4")).containsExactly("for=1.2.3.4", "for=\"evil");
  }
}

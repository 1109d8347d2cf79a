package dev.cloakroom.it.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

/** What an answer says of the origin that asked. */
record CorsAnswer(HttpResponse<?> answer) {
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  /** A page of this origin may read it, with what its visitor sees; and no cache gives it away. */
  void assertReadableBy(String origin) {
    assertThat(values(ALLOW_ORIGIN)).as(toString()).containsExactly(origin);
    assertThat(values("Access-Control-Allow-Credentials")).as(toString()).containsExactly("true");
    assertDependsOnOrigin();
  }

  /** No page of another origin may read it, and that depends on who asks. */
  void assertReadableByNobody() {
    assertGrantsNothing();
    assertDependsOnOrigin();
  }

  /** No page of another origin may read it; a server's own answer to a failure says no more. */
  void assertGrantsNothing() {
    assertThat(answer.headers().map().keySet())
        .as(toString())
        .noneMatch(name -> name.regionMatches(true, 0, "Access-Control-", 0, 15));
  }

  private void assertDependsOnOrigin() {
    assertThat(values("Vary").stream().flatMap(vary -> List.of(vary.split(", *")).stream()))
        .as(toString())
        .filteredOn("Origin"::equalsIgnoreCase)
        .hasSize(1);
  }

  List<String> values(String header) {
    return answer.headers().allValues(header);
  }

  @Override
  public String toString() {
    return answer.statusCode() + " " + answer.headers().map();
  }
}

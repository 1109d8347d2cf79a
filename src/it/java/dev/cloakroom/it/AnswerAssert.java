package dev.cloakroom.it;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** What tests say of an answer; a failure shows the whole of it. */
final class AnswerAssert extends AbstractAssert<AnswerAssert, WireAnswer> {

  private AnswerAssert(@Nullable WireAnswer actual) {
    super(actual, AnswerAssert.class);
    describedAs("%s", actual);
  }

  static AnswerAssert assertThat(WireAnswer actual) {
    return new AnswerAssert(actual);
  }

  AnswerAssert hasStatus(int status) {
    check(actual.status(), status);
    return this;
  }

  /** The header came once, with this value. */
  AnswerAssert hasHeader(String name, String value) {
    check(actual.headers(name), List.of(value));
    return this;
  }

  AnswerAssert hasNoHeader(String name) {
    check(actual.headers(name), List.of());
    return this;
  }

  /** No cache may keep it; a server may add that no cache may keep its cookie either. */
  AnswerAssert isNotStored() {
    List<String> directives =
        actual.headers("Cache-Control").stream()
            .flatMap(value -> Stream.of(value.split(", *")))
            .filter(directive -> !directive.matches("no-cache=\"?set-cookie\"?"))
            .toList();
    check(directives, List.of("no-store"));
    return this;
  }

  /** No browser takes it for more than data, shows it in a frame, or hands it to another origin. */
  AnswerAssert isData() {
    return hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader("Referrer-Policy", "no-referrer")
        .hasHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
        .hasHeader("Cross-Origin-Resource-Policy", "same-origin");
  }

  /** A login or a request by a caller of this name has succeeded. */
  AnswerAssert isOf(DemoCaller caller) {
    hasStatus(200);
    check(actual.json().getString("caller"), caller.callerName());
    return this;
  }

  /** A problem document of this status and reason, with the headers that the status demands. */
  AnswerAssert isProblem(int status, String reason) {
    hasStatus(status).isNotStored().isData().hasHeader("Content-Type", "application/problem+json");
    JsonObject problem = actual.json();
    check(problem.keySet().stream().sorted().toList(), PROBLEM_MEMBERS);
    check(problem.getInt("status"), status);
    check(problem.getString("reason"), reason);
    check(problem.getString("type"), "urn:cloakroom:problem:" + reason);
    if (status == 401) {
      Assertions.assertThat(actual.header("WWW-Authenticate"))
          .as(descriptionText())
          .startsWith("Bearer realm=\"");
    }
    return this;
  }

  private static final List<String> PROBLEM_MEMBERS =
      List.of("detail", "reason", "status", "title", "type");

  private void check(Object found, Object expected) {
    Assertions.assertThat(found).as(descriptionText()).isEqualTo(expected);
  }
}

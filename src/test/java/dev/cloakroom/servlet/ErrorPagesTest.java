package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.RequestTo;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ErrorPagesTest {
  private static final Answer FORBIDDEN = Answer.of(Reason.FORBIDDEN);

  private final FakeResponse response = new FakeResponse();
  private final RequestTo visitor = new RequestTo(page());

  private static FakeRequest page() {
    return FakeRequest.get("/page").header("Accept", "text/html");
  }

  private static RequestTo of(FakeRequest request, ErrorPages pages) {
    RequestTo asked = new RequestTo(request);
    pages.tell(asked.getServletContext());
    return asked;
  }

  private static ErrorPages named(Integer... statuses) {
    return new ErrorPages(Set.of(statuses), Set.of(), ErrorPages.Reach.NAMED);
  }

  private boolean stand(Answer answer, RequestTo request) throws IOException {
    return ErrorPages.stand(answer, request, response);
  }

  @Test
  void stand_pageForTheStatus_isSentByTheServer() throws IOException {
    assertThat(stand(FORBIDDEN, of(page(), named(403)))).isTrue();
    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(response.isCommitted()).isTrue();
    assertThat(response.text()).isEmpty();
  }

  @Test
  void stand_pageForAnotherStatusOrNone_leavesTheAnswer() throws IOException {
    assertThat(stand(FORBIDDEN, of(page(), named(401, 404)))).isFalse();
    assertThat(stand(FORBIDDEN, of(page(), named()))).isFalse();
    assertThat(stand(FORBIDDEN, visitor)).as("told nothing").isFalse();
    assertThat(response.isCommitted()).isFalse();
    assertThat(response.getHeaderNames()).isEmpty();
  }

  @Test
  void stand_pageForAll_isForEachError() throws IOException {
    ErrorPages all = new ErrorPages(Set.of(), Set.of(), ErrorPages.Reach.ALL);

    assertThat(stand(Answer.of(Reason.UNAVAILABLE), of(page(), all))).isTrue();
    assertThat(response.getStatus()).isEqualTo(503);
  }

  @Test
  void stand_whatIsNoError_hasNoPage() throws IOException {
    ErrorPages all = new ErrorPages(Set.of(200, 303), Set.of(), ErrorPages.Reach.ALL);

    assertThat(stand(Answer.of(303).with("Location", "/login"), of(page(), all))).isFalse();
    assertThat(stand(Answer.json(200, "{}"), of(page(), all))).isFalse();
  }

  /** A program would have to read a page that is written for people. */
  @Test
  void stand_whoeverIsNoVisitor_getsTheAnswer() throws IOException {
    FakeRequest script = page().header("Sec-Fetch-Mode", "cors");
    FakeRequest faces = page().header("Faces-Request", "partial/ajax");
    FakeRequest program = FakeRequest.get("/page").header("Accept", "application/json");

    assertThat(stand(FORBIDDEN, of(script, named(403)))).isFalse();
    assertThat(stand(FORBIDDEN, of(faces, named(403)))).isFalse();
    assertThat(stand(FORBIDDEN, of(program, named(403)))).isFalse();
    assertThat(stand(FORBIDDEN, of(page(), named(403)))).isTrue();
  }

  /** What is about the request stays; what is about our body does not describe the page. */
  @Test
  @Tag("B4")
  void stand_page_keepsTheChallengeAndNothingOfTheBody() throws IOException {
    Answer answer = Refusal.nothingPresented().answer();

    assertThat(stand(answer, of(page(), named(401)))).isTrue();
    assertThat(response.getHeader("WWW-Authenticate")).startsWith("Bearer ");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(response.getHeaderNames())
        .doesNotContain("Content-Type", "Content-Security-Policy", "Referrer-Policy");
  }
}

package dev.cloakroom.web;

import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.MediaType;
import dev.cloakroom.http.OAuthError;
import dev.cloakroom.http.Problem;
import dev.cloakroom.http.Reason;
import dev.cloakroom.token.RawToken;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * The token that a request is about: the field {@code token} of a form (<a
 * href="https://www.rfc-editor.org/rfc/rfc7662#section-2.1">RFC 7662 §2.1</a>, <a
 * href="https://www.rfc-editor.org/rfc/rfc7009#section-2.1">RFC 7009 §2.1</a>). What {@code
 * token_type_hint} says of it is not gone by: we know our tokens by themselves.
 */
sealed interface SentToken {

  /** A token, or any text. */
  record Of(RawToken token) implements SentToken {}

  /** There is none. */
  record Missing(Answer answer) implements SentToken {}

  /** That of a request. */
  static SentToken in(HttpServletRequest request) throws IOException {
    if (MediaType.parse(request.getHeader(RequestBody.TYPE))
        .filter(MediaType::isJson)
        .isPresent()) {
      return new Missing(Answer.of(Reason.UNSUPPORTED_MEDIA_TYPE));
    }
    RequestBody body = RequestBody.of(request);
    if (body instanceof RequestBody.Unreadable unreadable) {
      return new Missing(answer(unreadable.problem()));
    }
    String token = ((RequestBody.Fields) body).values().get("token");
    return token == null || token.isEmpty()
        ? new Missing(OAuthError.INVALID_REQUEST.answer("Send the token in the form field token."))
        : new Of(new RawToken(token, TrustedProxies.addressOf(request)));
  }

  private static Answer answer(Problem problem) {
    return problem.status() == OAuthError.INVALID_REQUEST.status()
        ? OAuthError.INVALID_REQUEST.answer(problem.detail())
        : Answer.of(problem);
  }
}

package dev.cloakroom.web;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crossorigin.CrossOriginGuard;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.AnswerWriter;
import dev.cloakroom.servlet.CsrfCheck;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.token.OversizedTokenException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint: answers by method, HEAD as GET, and everything that it does not know with 405. What
 * a page of another origin sends is refused, a login too; a store that fails is 503, and a token
 * that cannot be made is the server's fault.
 */
abstract class EndpointServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.web");

  /** Answers requests of one method. */
  @FunctionalInterface
  interface Handler {
    Answer answer(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  private final transient Map<String, Handler> handlers = new LinkedHashMap<>();

  @Inject transient CrossOriginGuard crossOrigin;
  @Inject transient CsrfCheck csrf;

  /** Has a method answered; a constructor says so. */
  final void on(String method, Handler handler) {
    handlers.put(method, handler);
  }

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    AnswerWriter.write(answer(request, response), response);
  }

  private Answer answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String method = request.getMethod();
    Handler handler = handlers.get(method.equals("HEAD") ? "GET" : method);
    if (handler == null) {
      return method.equals("OPTIONS")
          ? Answer.of(204).with("Allow", String.join(", ", allowed()))
          : Answer.methodNotAllowed(allowed());
    }
    Reason foreign = foreign(request);
    if (foreign != null) {
      refused(foreign, request);
      return Answer.of(foreign);
    }
    Reason forged = csrf.refusal(request);
    if (forged != null) {
      refused(forged, request);
      return forged(forged, request);
    }
    try {
      return handler.answer(request, response);
    } catch (StoreUnavailableException failure) {
      LOG.log(ERROR, "The session store failed; the request is answered with 503.", failure);
      return Answer.of(Reason.UNAVAILABLE);
    } catch (OversizedTokenException failure) {
      LOG.log(ERROR, failure.getMessage(), failure);
      return Answer.of(Reason.MISCONFIGURED_SERVER);
    }
  }

  /** The answer to a request that lacks the CSRF token of its login. */
  Answer forged(Reason why, HttpServletRequest request) {
    return csrf.answer(why, request);
  }

  /** Hears of a request that is not answered for where it comes from. */
  void refused(Reason why, HttpServletRequest request) {}

  /** Not asked where a token has authenticated the request: no page can have added it. */
  private @Nullable Reason foreign(HttpServletRequest request) {
    return RequestLogin.of(request) instanceof RequestLogin.ByBearer
        ? null
        : crossOrigin.refusal(request);
  }

  private Set<String> allowed() {
    Set<String> allowed = new LinkedHashSet<>(handlers.keySet());
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    allowed.add("OPTIONS");
    return allowed;
  }
}

package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.scope.RequestBeans;
import dev.cloakroom.servlet.AnswerWriter;
import dev.cloakroom.servlet.ContainerSession;
import dev.cloakroom.servlet.CorsAnswers;
import dev.cloakroom.servlet.Passage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * The one filter around the application. It gives the cookies that we guard, the container's
 * session cookie above all, the same attributes as our own, whichever way they leave; it has each
 * answer say what pages of other origins may do with it, and answers who asks that beforehand; it
 * has the container's session end with the login, and what {@code @LoginScoped} beans hold kept;
 * and it answers what a bean of the application refused.
 */
public class ApplicationFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private transient CookieGuard cookies;
  private final transient CorsAnswers cors;
  private final transient RefusedCalls refusedCalls;
  private final transient BooleanSupplier isClosed;

  /**
   * A filter that gives cookies these attributes.
   *
   * @param cors has answers say what pages of other origins may do
   * @param isClosed whether the application must not be served; the log says why
   */
  public ApplicationFilter(
      CookieGuard cookies, CorsAnswers cors, RefusedCalls refusedCalls, BooleanSupplier isClosed) {
    this.cookies = cookies;
    this.cors = cors;
    this.refusedCalls = refusedCalls;
    this.isClosed = isClosed;
  }

  /** Now the application has said what its session cookie is called, if by a listener. */
  @Override
  public void init() {
    cookies = cookies.withContainersCookie(ContainerSession.cookieName(getServletContext()));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (cors.isPreflight(request)) {
      cors.answerPreflight(request, response);
    } else if (isClosed.getAsBoolean()) {
      cors.tell(request, response);
      AnswerWriter.write(Answer.of(Reason.MISCONFIGURED_SERVER), response);
    } else if (isWithinTheApplication(request)) {
      chain.doFilter(request, response);
    } else {
      serve(request, response, chain);
    }
  }

  private static boolean isWithinTheApplication(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.FORWARD && !Passage.begins(request);
  }

  private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ContainerSession.followLogin(request);
    GuardedRequest back = GuardedRequest.handedBack(request, response);
    if (back == null) {
      GuardedResponse guarded = new GuardedResponse(request, cors.kept(request, response), cookies);
      GuardedRequest fresh = new GuardedRequest(request, guarded);
      serve(fresh, new Pair(fresh, guarded), chain);
    } else {
      back.comeBack();
      serve(back, new Pair(request, response), chain);
    }
    ContainerSession.followLogin(request);
  }

  /** What the application gets: ours, or what it has put around them. */
  private record Pair(ServletRequest request, ServletResponse response) {}

  private void serve(GuardedRequest served, Pair given, FilterChain chain)
      throws IOException, ServletException {
    GuardedResponse guarded = served.response();
    GuardedRequest outer = ServedRequest.enter(served);
    try {
      chain.doFilter(given.request(), given.response());
    } catch (ServletException | RuntimeException escaped) {
      RequestBeans.close(served);
      if (!refusedCalls.answer(escaped, served, guarded) && !isAnswered(escaped, served)) {
        throw escaped;
      }
    } catch (IOException | Error failed) {
      RequestBeans.close(served);
      if (!isAnswered(failed, served)) {
        throw failed;
      }
    } finally {
      ServedRequest.leave(outer);
    }
    finish(served);
  }

  private static void finish(GuardedRequest served) {
    served.finishLogout();
    if (served.wasHandedOver()) {
      RequestBeans.keep(served);
    } else {
      served.response().finish();
      RequestBeans.close(served);
    }
  }

  private boolean isAnswered(Throwable failure, GuardedRequest served) throws IOException {
    GuardedResponse guarded = served.response();
    guarded.giveUp();
    return cors.answerFailure(failure, (HttpServletRequest) served.getRequest(), guarded.guarded());
  }
}

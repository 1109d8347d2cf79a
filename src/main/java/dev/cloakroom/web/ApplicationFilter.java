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
      serve(request, cors.kept(request, response), chain);
    }
  }

  private static boolean isWithinTheApplication(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.FORWARD && !Passage.begins(request);
  }

  private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ContainerSession.followLogin(request);
    GuardedResponse guarded = new GuardedResponse(request, response, cookies);
    GuardedRequest guardedRequest = new GuardedRequest(request, guarded);
    GuardedRequest outer = ServedRequest.enter(guardedRequest);
    try {
      chain.doFilter(guardedRequest, guarded);
    } catch (ServletException | RuntimeException escaped) {
      RequestBeans.close(request);
      if (!refusedCalls.answer(escaped, guardedRequest, guarded)
          && !isAnswered(escaped, request, guarded)) {
        throw escaped;
      }
    } catch (IOException | Error failed) {
      RequestBeans.close(request);
      if (!isAnswered(failed, request, guarded)) {
        throw failed;
      }
    } finally {
      ServedRequest.leave(outer);
    }
    guardedRequest.finishLogout();
    if (guardedRequest.wasHandedOver()) {
      RequestBeans.keep(request);
    } else {
      guarded.finish();
      RequestBeans.close(request);
    }
    ContainerSession.followLogin(request);
  }

  private boolean isAnswered(Throwable failure, HttpServletRequest request, GuardedResponse guarded)
      throws IOException {
    guarded.giveUp();
    return cors.answerFailure(failure, request, guarded.guarded());
  }
}

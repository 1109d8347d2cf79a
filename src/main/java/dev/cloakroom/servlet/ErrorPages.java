package dev.cloakroom.servlet;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Requester;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The pages that the application has for errors, by the {@code <error-page>} elements of its
 * descriptors. A visitor whose request is refused gets them, as from a server that refuses by
 * itself; whoever is no visitor gets what programs understand. Immutable.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.0/">Jakarta Servlet 6.0, section
 *     10.9.2</a>
 */
public final class ErrorPages {
  private static final String NAME = ErrorPages.class.getName();
  private static final ErrorPages NONE = new ErrorPages(Set.of(), Set.of(), Reach.NAMED);

  /** Headers of an answer that are about the request, and none of them about a body. */
  private static final Set<String> KEPT =
      Set.of("WWW-Authenticate", "Retry-After", "Cache-Control");

  /** Which errors there are pages for. */
  public enum Reach {
    /** Those that are named. */
    NAMED,
    /** All: one page names none. */
    ALL
  }

  private final Set<Integer> statuses;
  private final Set<String> failures;
  private final Reach reach;

  /**
   * Pages for these statuses.
   *
   * @param failures the names of the classes of exceptions that have pages, too
   */
  public ErrorPages(Set<Integer> statuses, Set<String> failures, Reach reach) {
    this.statuses = Set.copyOf(statuses);
    this.failures = Set.copyOf(failures);
    this.reach = reach;
  }

  /** Has them found by the requests of an application. */
  public void tell(ServletContext application) {
    application.setAttribute(NAME, this);
  }

  /** Those of the application that a request goes to. */
  private static ErrorPages of(HttpServletRequest request) {
    ErrorPages told = (ErrorPages) request.getServletContext().getAttribute(NAME);
    return Objects.requireNonNullElse(told, NONE);
  }

  /**
   * Has the server send the application's page instead of an answer, if there is one and whoever
   * asks wants a page.
   *
   * @return whether the request is answered so
   */
  public static boolean stand(
      Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (answer.status() < 400
        || Requester.of(request::getHeader) != Requester.VISITOR
        || !of(request).have(answer.status())) {
      return false;
    }
    answer.headers().stream()
        .filter(header -> KEPT.contains(header.name()))
        .forEach(header -> response.setHeader(header.name(), header.value()));
    response.sendError(answer.status());
    return true;
  }

  /** Whether the application has a page for what a server answers to a failure. */
  static boolean haveOneFor(Throwable failure, HttpServletRequest request) {
    ErrorPages pages = of(request);
    return pages.have(HttpServletResponse.SC_INTERNAL_SERVER_ERROR)
        || found(failure).anyMatch(found -> pages.name(found.getClass()));
  }

  /**
   * Whether the application has a page for just this failure, or for what a {@code
   * ServletException} is around, and not for any of its kind.
   */
  public static boolean nameJust(
      Throwable failure, Predicate<Throwable> which, HttpServletRequest request) {
    return found(failure)
        .filter(which)
        .anyMatch(found -> of(request).failures.contains(found.getClass().getName()));
  }

  /** Those that a server looks for pages for. */
  private static Stream<Throwable> found(Throwable failure) {
    Throwable cause = failure instanceof ServletException outer ? outer.getRootCause() : null;
    return Stream.of(Optional.of(failure), Optional.ofNullable(cause)).flatMap(Optional::stream);
  }

  private boolean name(Class<?> failure) {
    return Stream.<Class<?>>iterate(failure, Objects::nonNull, Class::getSuperclass)
        .anyMatch(type -> failures.contains(type.getName()));
  }

  private boolean have(int status) {
    return reach == Reach.ALL || statuses.contains(status);
  }
}

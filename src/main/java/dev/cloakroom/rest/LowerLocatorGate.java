package dev.cloakroom.rest;

import dev.cloakroom.http.Answer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Refuses requests that have come through a locator which is not for their caller, below another
 * locator. Which objects a request passes is known only once it has: such a locator has run by
 * then, but what it leads to does not.
 *
 * @see <a href="https://jakarta.ee/specifications/restful-ws/3.1/">Jakarta REST 3.1, section
 *     3.4.1</a>
 */
final class LowerLocatorGate implements ContainerRequestFilter {
  /** Before the filters of the method that they lead to. */
  static final int PRIORITY = AccessFilter.PRIORITY - 1;

  private final GuardedResources resources;

  LowerLocatorGate(GuardedResources resources) {
    this.resources = resources;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    refusal(request).map(AccessFilter::response).ifPresent(request::abortWith);
  }

  /** What a request that may not go on is answered. */
  Optional<Answer> refusal(ContainerRequestContext request) {
    // The objects that it passed, the last one first.
    List<Object> matched = request.getUriInfo().getMatchedResources();
    return matched.size() < 2 ? Optional.empty() : refusal(request, matched);
  }

  private Optional<Answer> refusal(ContainerRequestContext request, List<Object> matched) {
    return IntStream.range(1, matched.size())
        .boxed()
        .flatMap(at -> passed(request, matched.get(at), matched.get(at - 1)))
        .map(filter -> filter.refusal(request))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Stream<AccessFilter> passed(ContainerRequestContext request, Object from, Object next) {
    LowerLocators locators = resources.lowerLocators(from.getClass());
    if (locators.areOpen()) {
      return Stream.empty();
    }
    Set<String> paths = RequestPath.spellings(request.getUriInfo());
    return locators.passed(next, paths).stream();
  }
}

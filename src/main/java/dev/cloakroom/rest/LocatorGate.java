package dev.cloakroom.rest;

import dev.cloakroom.http.Answer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses requests that lead through a locator which is not for their caller, before the locator
 * runs: the filters of a method stand behind the locators that lead to it. Only a method that
 * really answers first lets a request pass that a locator could take as well.
 *
 * @see <a href="https://jakarta.ee/specifications/restful-ws/3.1/">Jakarta REST 3.1, section
 *     3.7.2</a>
 */
@PreMatching
final class LocatorGate implements ContainerRequestFilter {
  private final GuardedResources resources;
  private final RestServer server;

  /** Stands before the locators of these resources in one server. */
  LocatorGate(GuardedResources resources, RestServer server) {
    this.resources = resources;
    this.server = server;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!resources.locators().isEmpty()) {
      refusal(request).map(AccessFilter::response).ifPresent(request::abortWith);
    }
  }

  /** What a request that may not go on is answered. */
  Optional<Answer> refusal(ContainerRequestContext request) {
    Set<String> paths = RequestPath.spellings(request.getUriInfo());
    return resources.locators().stream()
        .filter(locator -> isPassed(locator, request.getMethod(), paths))
        .map(locator -> locator.filter().refusal(request))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private boolean isPassed(ResourceLocator locator, String method, Set<String> paths) {
    return paths.stream()
        .filter(path -> locator.path().whole().leadsTo(path))
        .anyMatch(path -> !server.isAnsweredBefore(locator, method, path));
  }
}

package dev.cloakroom.rest;

import dev.cloakroom.http.Answer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  LocatorGate(GuardedResources resources) {
    this.resources = resources;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!resources.locators().isEmpty()) {
      refusal(request).map(AccessFilter::response).ifPresent(request::abortWith);
    }
  }

  /** What a request that may not go on is answered. */
  Optional<Answer> refusal(ContainerRequestContext request) {
    Set<String> paths = paths(request.getUriInfo());
    return resources.locators().stream()
        .filter(locator -> isPassed(locator, request.getMethod(), paths))
        .map(locator -> new AccessFilter(locator.rule()).refusal(request))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private boolean isPassed(ResourceLocator locator, String method, Set<String> paths) {
    return paths.stream()
        .filter(path -> locator.path().whole().leadsTo(path))
        .anyMatch(path -> !resources.isAnsweredBefore(locator, method, path));
  }

  /** As it was sent and as it is meant: servers differ in which of them they match. */
  private static Set<String> paths(UriInfo uri) {
    return Set.copyOf(List.of(path(uri.getPathSegments(true)), path(uri.getPathSegments(false))));
  }

  /** Without matrix parameters, and without empty segments. */
  private static String path(List<PathSegment> segments) {
    return segments.stream()
        .map(PathSegment::getPath)
        .filter(segment -> !segment.isEmpty())
        .collect(Collectors.joining("/"));
  }
}

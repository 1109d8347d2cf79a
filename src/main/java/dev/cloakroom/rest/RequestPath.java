package dev.cloakroom.rest;

import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The path of a request as resources are matched with it. */
final class RequestPath {

  private RequestPath() {}

  /** As it was sent and as it is meant: servers differ in which of them they match. */
  static Set<String> spellings(UriInfo uri) {
    return Set.copyOf(List.of(path(uri.getPathSegments(true)), path(uri.getPathSegments(false))));
  }

  /** Without matrix parameters, and without empty segments. */
  private static String path(List<PathSegment> segments) {
    return segments.stream()
        .map(PathSegment::getPath)
        .filter(segment -> !segment.isEmpty())
        .collect(Collectors.joining("/"));
  }

  /** A path without its first segment, without its first two, and so on. */
  static Stream<String> tails(String path) {
    return Stream.iterate(tail(path), tail -> !tail.isEmpty(), RequestPath::tail);
  }

  private static String tail(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(slash + 1);
  }
}

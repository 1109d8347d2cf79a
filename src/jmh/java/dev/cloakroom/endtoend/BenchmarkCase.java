package dev.cloakroom.endtoend;

import java.net.URI;
import java.util.Map;

/**
 * One kind of request that is measured.
 *
 * @param name how the table names it
 * @param uri what is asked for, with GET
 * @param headers sent with every request
 */
record BenchmarkCase(String name, URI uri, Map<String, String> headers) {

  BenchmarkCase {
    headers = Map.copyOf(headers);
  }

  /** Masks the headers: they carry credentials. */
  @Override
  public String toString() {
    return name + " GET " + uri + " with " + headers.keySet();
  }
}

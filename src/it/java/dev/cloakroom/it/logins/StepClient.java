package dev.cloakroom.it.logins;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.it.probe.ProbeClient;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has an application do things, each request several, and tells what came of each of them. */
record StepClient(ProbeClient client, String page) {

  /** The same client at another page. */
  StepClient at(String otherPage) {
    return new StepClient(client, otherPage);
  }

  List<String> does(String... steps) {
    return client.get(page + "?" + query(steps)).body().lines().toList();
  }

  private static String query(String... steps) {
    return Stream.of(steps)
        .map(step -> "do=" + URLEncoder.encode(step, UTF_8))
        .collect(Collectors.joining("&"));
  }
}

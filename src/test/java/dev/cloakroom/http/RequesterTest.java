package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequesterTest {

  @ParameterizedTest
  @CsvSource({
    "Accept: text/html;q=0.8, VISITOR",
    "Accept: text/html|Sec-Fetch-Mode: navigate, VISITOR",
    "Accept: text/html|Sec-Fetch-Mode: cors, PROGRAM",
    "Accept: text/html|Sec-Fetch-Mode: same-origin, PROGRAM",
    "Accept: text/html|X-Requested-With: XMLHttpRequest, PROGRAM",
    "Accept: */*, PROGRAM",
    "Sec-Fetch-Mode: navigate, PROGRAM",
    "HX-Request: true|Accept: */*|Sec-Fetch-Mode: cors, HTMX",
    "HX-Request: false|Accept: */*, PROGRAM",
    "Faces-Request: partial/ajax|X-Requested-With: XMLHttpRequest, FACES",
    "Faces-Request: other|Accept: */*, PROGRAM"
  })
  void of_isToldByHeaders(String headers, Requester expected) {
    Map<String, String> given =
        Arrays.stream(headers.split("\\|"))
            .map(header -> header.split(": "))
            .collect(Collectors.toMap(header -> header[0], header -> header[1]));

    assertThat(Requester.of(given::get)).isEqualTo(expected);
  }
}

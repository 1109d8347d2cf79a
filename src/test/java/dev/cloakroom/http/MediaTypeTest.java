package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json;charset=utf-8",
        "application/json; charset=\"UTF-8\"",
        "application/json ;\tcharset=UTF-8 ; x=\"a;charset=latin1\"",
        "application/json;"
      })
  void isJson_jsonInUtf8_isTrue(String header) {
    assertThat(MediaType.parse(header)).get().matches(MediaType::isJson);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;charset=iso-8859-1",
        "application/json;charset=utf-16",
        "text/json",
        "text/plain",
        "application/x-www-form-urlencoded"
      })
  void isJson_anotherTypeOrCharset_isFalse(String header) {
    assertThat(MediaType.parse(header)).get().matches(type -> !type.isJson());
  }

  @Test
  void isForm_formWhateverItsCharset_isTrue() {
    assertThat(MediaType.parse("application/x-www-form-urlencoded; charset=UTF-8"))
        .get()
        .matches(MediaType::isForm);
    assertThat(MediaType.parse("application/x-www-form-urlencoded; charset=windows-1252"))
        .get()
        .matches(MediaType::isForm);
    assertThat(MediaType.parse("multipart/form-data; boundary=x"))
        .get()
        .matches(type -> !type.isForm());
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "application",
        "application/",
        "/json",
        "application/json charset=utf-8",
        "application/json;charset",
        "application/json;charset=",
        "application/json;charset=utf-8;charset=utf-8",
        "application/json;charset=utf-8;CHARSET=latin1",
        "application/json;x=\"",
        "application/json, text/plain",
        "application/jsön"
      })
  void parse_outsideTheGrammar_isEmpty(String header) {
    assertThat(MediaType.parse(header)).isEmpty();
  }

  @Test
  void parse_hostileLength_isEmpty() {
    assertThat(MediaType.parse("a/b;x=\"" + "\\a".repeat(1_000_000))).isEmpty();
    assertThat(MediaType.parse("a/b;x=\"" + "\\a".repeat(250))).isEmpty();
  }
}

package dev.cloakroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRequestTest {

  @Test
  void parse_itemAndQuantity_isRead() {
    assertThat(OrderRequest.parse("{\"item\": \"umbrella\", \"quantity\": 2, \"gift\": true}"))
        .isEqualTo(new OrderRequest("umbrella", 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "100"})
  void parse_wholeQuantityInRange_isRead(String quantity) {
    assertThat(parse("\"umbrella\"", quantity)).isInstanceOf(OrderRequest.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "101", "1.5", "1e999999999", "1e-999999999", "\"2\"", "null", "[]"})
  void parse_anotherQuantity_isInvalid(String quantity) {
    assertInvalid(parse("\"umbrella\"", quantity), "\"quantity\"");
  }

  @Test
  void parse_longestItem_isRead() {
    assertThat(parse("\"" + "x".repeat(100) + "\"", "1")).isInstanceOf(OrderRequest.class);
  }

  @Test
  void parse_longerItem_isInvalid() {
    assertInvalid(parse("\"" + "x".repeat(101) + "\"", "1"), "\"item\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\" \"", "7", "null", "{}"})
  void parse_itemNoText_isInvalid(String item) {
    assertInvalid(parse(item, "1"), "\"item\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\"item\"", "{\"item\":", "<order/>"})
  void parse_noJsonObject_isInvalid(String body) {
    assertInvalid(OrderRequest.parse(body), "JSON object");
  }

  private static SentOrder parse(String item, String quantity) {
    return OrderRequest.parse("{\"item\": %s, \"quantity\": %s}".formatted(item, quantity));
  }

  private static void assertInvalid(SentOrder sent, String named) {
    assertThat(sent)
        .isInstanceOfSatisfying(
            SentOrder.Invalid.class, invalid -> assertThat(invalid.detail()).contains(named));
  }
}

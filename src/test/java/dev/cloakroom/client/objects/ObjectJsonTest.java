package dev.cloakroom.client.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both libraries do what the client says of them. */
class ObjectJsonTest {

  /** What is ordered. */
  public record Order(String item, int count) {}

  /** Refers to itself. */
  public static class Endless {
    /** The same again. */
    public Endless getNext() {
      return this;
    }
  }

  static List<ObjectJson> both() {
    return List.of(new ByJackson(), Objects.requireNonNull(ByJsonb.ifImplemented()));
  }

  @ParameterizedTest
  @MethodSource("both")
  void object_comesBack(ObjectJson json) {
    Order order = new Order("coat", 2);

    assertThat(json.write(order)).contains("\"item\":\"coat\"", "\"count\":2");
    assertThat(json.read(json.write(order), Order.class)).isEqualTo(order);
    assertThat(json.read(json.write(new Order[] {order}), Order[].class)).containsExactly(order);
  }

  @ParameterizedTest
  @MethodSource("both")
  void memberThatTheClassLacks_isPassedOver(ObjectJson json) {
    assertThat(json.read("{\"item\":\"coat\",\"count\":1,\"colour\":\"red\"}", Order.class))
        .isEqualTo(new Order("coat", 1));
  }

  static Stream<List<Object>> wrong() {
    return both().stream()
        .flatMap(
            json ->
                Arrays.stream(new String[] {"", "null", "[]", "{", "coat", "{\"count\":[]}"})
                    .map(text -> List.of(json, text)));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void text_thatIsNone_isRefused(List<Object> given) {
    ObjectJson json = (ObjectJson) given.get(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> json.read((String) given.get(1), Order.class))
        .withMessageContaining("Order");
  }

  @Test
  void objectThatHasNoEnd_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ByJackson().write(new Endless()))
        .withMessageContaining("Endless");
  }

  @Test
  void application_hasOne() {
    assertThat(ObjectJson.ofApplication()).containsInstanceOf(ByJackson.class);
  }
}

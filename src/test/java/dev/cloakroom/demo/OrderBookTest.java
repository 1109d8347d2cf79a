package dev.cloakroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderBookTest {

  private static final OrderRequest UMBRELLA = new OrderRequest("umbrella", 1);

  private final OrderBook orders = new OrderBook();

  @Test
  void of_twoCallers_givesEachTheirOwnNewestFirst() {
    Order first = orders.place("alice", UMBRELLA);
    Order second = orders.place("alice", UMBRELLA);
    Order other = orders.place("bob", UMBRELLA);

    assertThat(orders.of("alice")).containsExactly(second, first);
    assertThat(orders.of("bob")).containsExactly(other);
  }

  @Test
  void find_ownOrder_isFound() {
    Order order = orders.place("alice", UMBRELLA);

    assertThat(orders.find("alice", order.id())).contains(order);
  }

  @Test
  void find_anotherCallersOrder_isNotFound() {
    Order order = orders.place("alice", UMBRELLA);

    assertThat(orders.find("bob", order.id())).isEmpty();
  }

  @Test
  void cancelAll_ordersOfACaller_leavesThoseOfOthers() {
    orders.place("alice", UMBRELLA);
    orders.place("alice", UMBRELLA);
    Order other = orders.place("bob", UMBRELLA);

    assertThat(orders.cancelAll("alice")).isEqualTo(2);
    assertThat(orders.cancelAll("alice")).isZero();
    assertThat(orders.of("alice")).isEmpty();
    assertThat(orders.of("bob")).containsExactly(other);
  }

  @Test
  void place_manyOrders_keepsTheNewestTwenty() {
    IntStream.range(0, 30).forEach(i -> orders.place("alice", UMBRELLA));

    assertThat(orders.of("alice")).hasSize(20).first().extracting(Order::id).isEqualTo(30L);
  }
}

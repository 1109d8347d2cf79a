package dev.cloakroom.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Every caller's orders, the newest first; the oldest make room for new ones. Thread-safe. */
@ApplicationScoped
public class OrderBook {

  private static final int KEPT_PER_CALLER = 20;

  private final AtomicLong lastId = new AtomicLong();
  private final Map<String, List<Order>> ordersByCaller = new ConcurrentHashMap<>();

  Order place(String caller, OrderRequest wanted) {
    Order order = new Order(lastId.incrementAndGet(), wanted);
    ordersByCaller.merge(caller, List.of(order), OrderBook::newestFirst);
    return order;
  }

  List<Order> of(String caller) {
    return ordersByCaller.getOrDefault(caller, List.of());
  }

  Optional<Order> find(String caller, long id) {
    return of(caller).stream().filter(order -> order.id() == id).findFirst();
  }

  /** Cancels all orders of a caller; gives how many there were. */
  int cancelAll(String caller) {
    List<Order> cancelled = ordersByCaller.remove(caller);
    return cancelled == null ? 0 : cancelled.size();
  }

  private static List<Order> newestFirst(List<Order> old, List<Order> added) {
    return Stream.concat(added.stream(), old.stream()).limit(KEPT_PER_CALLER).toList();
  }
}

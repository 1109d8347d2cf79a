package dev.cloakroom.testkit.door;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.Producer;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes what another producer makes, changed. */
record Remade<X>(Producer<X> producer, UnaryOperator<X> change) implements Producer<X> {

  @Override
  public X produce(CreationalContext<X> creation) {
    return change.apply(producer.produce(creation));
  }

  @Override
  public void dispose(X instance) {
    producer.dispose(instance);
  }

  @Override
  public Set<InjectionPoint> getInjectionPoints() {
    return producer.getInjectionPoints();
  }
}

package dev.cloakroom.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.LoginScoped;
import dev.cloakroom.testing.TestApplication;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What stops a deployment, and what is found in a class. */
class LoginScopeExtensionTest {

  private static void deploy(Class<?>... beans) {
    new ScopeFixture(new TestApplication(), beans).close();
  }

  /** Can be kept. */
  @LoginScoped
  @SuppressWarnings({"UnusedVariable", "NullAway.Init"}) // only looked at
  static class Fine {
    private int count;
    private transient Thread transientOne;
    private static final int OF_THE_CLASS = 1;
    private List<? extends Shape> shapes;
    private Map<String, Circle[]> circles;

    @Inject private Unserializable injected;
  }

  /** Leads to its subtypes. */
  sealed interface Shape extends Serializable permits Circle, Square {}

  /** Found by its interface. */
  record Circle(Radius radius) implements Shape {}

  /** Found by its interface. */
  static final class Square implements Shape {
    private static final long serialVersionUID = 1L;
  }

  /** Found in the record that has one. */
  record Radius(int length) implements Serializable {}

  /** Cannot be kept. */
  @Dependent
  public static class Unserializable {}

  /** Has a field that cannot be kept. */
  @LoginScoped
  @SuppressWarnings({"UnusedVariable", "NullAway.Init"}) // only looked at
  static class Wrong {
    private Thread[] threads;
  }

  /** Makes its beans login-scoped. */
  @Stereotype
  @LoginScoped
  @Retention(RetentionPolicy.RUNTIME)
  @interface Kept {}

  /** Is so without saying so. */
  @Kept
  static class Indirect {}

  @Test
  void deploy_classThatCanBeKept_starts() {
    deploy(Fine.class, Unserializable.class, Cart.class, Cart.Journal.class);
  }

  @Test
  void deploy_fieldThatCanNeverBeKept_isRefusedByName() {
    assertThatThrownBy(() -> deploy(Wrong.class))
        .hasMessageContaining(Wrong.class.getName())
        .hasMessageContaining("field threads")
        .hasMessageContaining("transient");
  }

  @Test
  void deploy_byStereotype_isRefused() {
    assertThatThrownBy(() -> deploy(Indirect.class))
        .hasMessageContaining("write the annotation on the class of a CDI bean itself");
  }

  @Test
  void fields_areWhatABeanHolds() {
    assertThat(StateField.of(Fine.class))
        .extracting(StateField::name)
        .containsExactly("circles", "count", "shapes");
  }

  @Test
  @Tag("S16")
  void types_thatTheFieldsLeadTo_areAllowed_andNoOthers() {
    AllowedTypes types = new AllowedTypes(List.of(Forms.of(Fine.class)), java.util.Set.of());

    assertThat(List.of(Circle.class, Square.class, Radius.class, Circle[].class, Shape.class))
        .allMatch(types::permits);
    assertThat(List.of(Wrong.class, Unserializable.class, Thread.class, Runtime.class))
        .noneMatch(types::permits);
  }
}

package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left to the container of Enterprise Beans, and what is not. */
@Tag("G7")
class EnterpriseBeanGuardTest {

  /** Its container enforces what is written in it, and nothing that it inherits otherwise. */
  @Stateless
  static class EnterpriseBean extends RuledBeans.Superclass implements RuledBeans.Api {
    @Override
    public String guarded() {
      return "inherits a rule";
    }

    @Override
    public String closed() {
      return "inherits a rule";
    }

    @RolesAllowed("user")
    public String own() {
      return "has one";
    }
  }

  /** Has no rule, nor has its method. */
  static class Open {
    public String inherited() {
      return "handed on";
    }
  }

  /** The rule of a class holds for what it declares. */
  @Stateless
  @RolesAllowed("user")
  static class Ruled extends Open {
    public String own() {
      return "declared";
    }
  }

  @Test
  void enterpriseBeanWithARule_isInterceptedWhereItInheritsAMethod() throws NoSuchMethodException {
    ComponentKind kind = ComponentKind.of(Ruled.class);

    assertThat(kind.needsInterceptor(Ruled.class, Ruled.class.getMethod("inherited"))).isTrue();
    assertThat(kind.needsInterceptor(Ruled.class, Ruled.class.getMethod("own"))).isFalse();
  }

  @Test
  void enterpriseBean_isInterceptedWhereItsContainerSeesNoRule() throws NoSuchMethodException {
    ComponentKind kind = ComponentKind.of(EnterpriseBean.class);

    assertThat(needsInterceptor(kind, "guarded")).isTrue();
    assertThat(needsInterceptor(kind, "closed")).isTrue();
    assertThat(needsInterceptor(kind, "own")).isFalse();
  }

  /** In this container there are none. */
  @Test
  void enterpriseBean_thatIsTakenForAnyBean_isNotContained() {
    AccessExtension noEjb = new AccessExtension();
    SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addBeanClasses(EnterpriseBean.class)
        .addExtensions(noEjb)
        .initialize()
        .close();

    assertThat(noEjb.guarded().isContained(EnterpriseBean.class)).isFalse();
    assertThat(new AccessExtension().guarded().isContained(EnterpriseBean.class)).isTrue();
    assertThat(noEjb.guarded().cover(EnterpriseBean.class)).isFalse();
  }

  private static boolean needsInterceptor(ComponentKind kind, String name)
      throws NoSuchMethodException {
    return kind.needsInterceptor(EnterpriseBean.class, EnterpriseBean.class.getMethod(name));
  }
}

package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.config.Settings;
import dev.cloakroom.crypto.KeyLoader;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DeploymentTest {
  /** What an application's class loader is here: a loader with the server's above it. */
  private static final class Application extends ClassLoader {
    Application(ClassLoader parent) {
      super(parent);
    }
  }

  private final ClassLoader server = new Application(DeploymentTest.class.getClassLoader());
  private final ClassLoader shop = new Application(server);
  private final ClassLoader blog = new Application(server);

  private static Deployment at(String contextPath) {
    return new Deployment(Settings.defaults(), KeyLoader.generate(), contextPath, Set.of());
  }

  private static <T> T in(ClassLoader loader, Supplier<T> task) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return task.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void current_ofTwoApplications_isEachOnesOwn() {
    Deployment ofShop = at("/shop");
    Deployment ofBlog = at("/blog");
    ofShop.start(shop);
    ofBlog.start(blog);

    assertThat(in(shop, Deployment::current)).isSameAs(ofShop);
    assertThat(in(blog, Deployment::current)).isSameAs(ofBlog);
  }

  @Test
  void current_belowAnApplicationsLoader_isThatApplications() {
    Deployment ofShop = at("/shop");
    ofShop.start(shop);

    assertThat(in(new Application(shop), Deployment::current)).isSameAs(ofShop);
  }

  @Test
  void current_besideOrAboveIt_isNone() {
    at("/shop").start(shop);

    assertThatIllegalStateException().isThrownBy(() -> in(blog, Deployment::current));
    assertThatIllegalStateException()
        .isThrownBy(() -> in(server, Deployment::current))
        .withMessageContaining("WEB-INF/lib");
  }

  @Test
  void current_afterADeploymentAnew_isTheNewOne() {
    at("/shop").start(shop);
    Deployment anew = at("/shop");
    anew.start(shop);

    assertThat(in(shop, Deployment::current)).isSameAs(anew);
  }

  @Test
  void defaultIssuer_namesTheContextPath() {
    assertThat(at("/shop").defaultIssuer()).isEqualTo("urn:cloakroom:/shop");
    assertThat(at("").defaultIssuer()).isEqualTo("urn:cloakroom:/");
  }
}

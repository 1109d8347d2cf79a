package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.config.Settings;
import dev.cloakroom.crypto.KeyLoader;
import java.util.Map;
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
    Deployment deployment = notInitialized();
    deployment.initialize(contextPath, Set.of());
    return deployment;
  }

  private static Deployment notInitialized() {
    return new Deployment(Settings.defaults(), KeyLoader.generate());
  }

  private static Deployment begin(ClassLoader application) {
    return Deployment.begin(application, DeploymentTest::notInitialized);
  }

  private static Deployment early(ClassLoader application, Map<String, String> settings) {
    ServersConfig config = ServersConfig.with(settings);
    try {
      return in(application, Deployment::current);
    } finally {
      config.close();
    }
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
    Deployment ofShop = begin(shop);
    Deployment ofBlog = begin(blog);

    assertThat(in(shop, Deployment::current)).isSameAs(ofShop);
    assertThat(in(blog, Deployment::current)).isSameAs(ofBlog);
  }

  @Test
  void current_belowAnApplicationsLoader_isThatApplications() {
    Deployment ofShop = begin(shop);

    assertThat(in(new Application(shop), Deployment::current)).isSameAs(ofShop);
  }

  @Test
  void current_beforeTheInitializer_isMadeOnce() {
    Deployment early = early(shop, Map.of());

    assertThat(early.isInitialized()).isFalse();
    assertThat(in(shop, Deployment::current)).isSameAs(early);
    assertThat(early(blog, Map.of())).isNotSameAs(early);
  }

  @Test
  void begin_afterABeanHasAsked_goesOnWithThat() {
    Deployment early = early(shop, Map.of());

    assertThat(begin(shop)).isSameAs(early);
  }

  @Test
  void current_beforeTheInitializer_isOfTheSettingsOfTheProcess() {
    assertThat(early(shop, Map.of("cloakroom.path", "/early")).settings().endpoints().path())
        .isEqualTo("/early");
  }

  @Test
  void current_beforeTheInitializer_withWrongSettings_saysThatMoreMayStandInTheWebXml() {
    assertThatIllegalStateException()
        .isThrownBy(() -> early(shop, Map.of("cloakroom.store", "redis")))
        .withMessageContaining("cloakroom.redis.uri")
        .withMessageContaining("before the web.xml could be read");
  }

  @Test
  void current_whereTheJarIsNotSeen_isNone() {
    ClassLoader elsewhere = new Application(ClassLoader.getPlatformClassLoader());

    assertThatIllegalStateException()
        .isThrownBy(() -> in(elsewhere, Deployment::current))
        .withMessageContaining("WEB-INF/lib");
  }

  @Test
  void initialized_withoutInitializer_namesTheRemedy() {
    assertThatIllegalStateException()
        .isThrownBy(() -> notInitialized().initialized())
        .withMessageContaining("<absolute-ordering>")
        .withMessageContaining("<name>cloakroom</name>");
    assertThatIllegalStateException().isThrownBy(() -> notInitialized().defaultIssuer());
  }

  @Test
  void current_afterADeploymentAnew_isTheNewOne() {
    begin(shop).initialize("/shop", Set.of());
    Deployment anew = begin(shop);

    assertThat(in(shop, Deployment::current)).isSameAs(anew);
  }

  @Test
  void defaultIssuer_namesTheContextPath() {
    assertThat(at("/shop").defaultIssuer()).isEqualTo("urn:cloakroom:/shop");
    assertThat(at("").defaultIssuer()).isEqualTo("urn:cloakroom:/");
  }
}

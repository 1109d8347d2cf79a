package dev.cloakroom.scope;

import dev.cloakroom.LoginScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionTarget;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionTarget;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Finds the {@code @LoginScoped} beans of an application, stops its deployment if one of them
 * cannot be kept, and adds their context. Safe for use by several threads.
 */
public class LoginScopeExtension implements Extension {
  private final BeanForms forms = new BeanForms();
  private final Map<Class<?>, InjectionTarget<?>> targets = new ConcurrentHashMap<>();
  private final Queue<String> problems = new ConcurrentLinkedQueue<>();

  /** Made by the container. */
  public LoginScopeExtension() {}

  BeanForms forms() {
    return forms;
  }

  /** Whether any of the beans has a {@code @PreDestroy}. */
  public boolean hasLastWords() {
    return forms.all().stream().anyMatch(BeanForm::hasLastWords);
  }

  <T> void noteTarget(@Observes ProcessInjectionTarget<T> found) {
    if (found.getAnnotatedType().isAnnotationPresent(LoginScoped.class)) {
      targets.put(found.getAnnotatedType().getJavaClass(), found.getInjectionTarget());
    }
  }

  <T> void noteBean(@Observes ProcessBean<T> found) {
    Bean<T> bean = found.getBean();
    if (bean.getScope() == LoginScoped.class) {
      add(bean, found instanceof ProcessManagedBean<?>);
    }
  }

  private <T> void add(Bean<T> bean, boolean managed) {
    @SuppressWarnings("unchecked") // noted under the class whose target it is
    InjectionTarget<T> target = (InjectionTarget<T>) targets.get(bean.getBeanClass());
    if (!managed || target == null) {
      problems.add(
          bean
              + " cannot be @LoginScoped: write the annotation on the class of a CDI bean itself,"
              + " not on a producer, an Enterprise Bean or a stereotype.");
      return;
    }
    forms.add(bean, target);
    problems.addAll(StateProblems.of(bean.getBeanClass()));
  }

  void addContext(@Observes AfterBeanDiscovery discovery) {
    discovery.addContext(new LoginContext());
  }

  void report(@Observes AfterDeploymentValidation deployment) {
    targets.clear();
    problems.forEach(problem -> deployment.addDeploymentProblem(new DeploymentException(problem)));
  }
}

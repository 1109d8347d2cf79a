package dev.cloakroom.access;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of an application whose rules somebody is known to enforce, by who does. Safe for use
 * by several threads.
 */
public final class GuardedTypes {
  private final Set<Class<?>> intercepted = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> produced = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> enterpriseBeans = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> mistaken = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> served = ConcurrentHashMap.newKeySet();

  /** Nothing is known yet. */
  public GuardedTypes() {}

  /** The interceptor stands before each method of a bean of this class that needs it. */
  void intercept(Class<?> bean) {
    intercepted.add(bean);
  }

  /** What a producer of this declared type makes is guarded when it is made. */
  void produce(Class<?> declared) {
    produced.add(declared);
  }

  /** The container of Enterprise Beans has this class. */
  void contain(Class<?> enterpriseBean) {
    enterpriseBeans.add(enterpriseBean);
  }

  /** It was written as an Enterprise Bean, and is taken for a bean like any other. */
  void mistake(Class<?> enterpriseBean) {
    mistaken.add(enterpriseBean);
  }

  /** A filter holds whoever comes to this servlet to the proof that its class asks for. */
  public void serve(Class<?> servlet) {
    served.add(servlet);
  }

  /** Whether the proof that a class or interface asks for is asked for before such a servlet. */
  public boolean isServed(Class<?> type) {
    return isExtendedBy(served, type);
  }

  /**
   * Whether the container of Enterprise Beans has a class that is written as one: not if it is a
   * bean like any other. (Of those in an archive that CDI does not look at, it says nothing.)
   */
  public boolean isContained(Class<?> enterpriseBean) {
    return !mistaken.contains(enterpriseBean);
  }

  /** Nobody is intercepted: the interceptor is not there. */
  void forgetIntercepted() {
    intercepted.clear();
    produced.clear();
  }

  /** Whether the interceptor stands before the beans of a class. */
  public boolean isIntercepted(Class<?> type) {
    return intercepted.contains(type);
  }

  /**
   * Whether the interceptor stands before each Enterprise Bean that is of a type, as far as they
   * are known.
   */
  public boolean areContainedIntercepted(Class<?> type) {
    return intercepted.containsAll(
        enterpriseBeans.stream().filter(type::isAssignableFrom).toList());
  }

  /** Whether what is written in a class or interface holds in one that is guarded. */
  public boolean cover(Class<?> type) {
    return isExtendedBy(intercepted, type)
        || produced.stream().anyMatch(declared -> declared.isAssignableFrom(type))
        || (!type.isInterface() && isExtendedBy(enterpriseBeans, type));
  }

  private static boolean isExtendedBy(Collection<Class<?>> guarded, Class<?> type) {
    return guarded.stream().anyMatch(type::isAssignableFrom);
  }
}

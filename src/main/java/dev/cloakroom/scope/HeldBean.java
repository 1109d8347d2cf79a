package dev.cloakroom.scope;

import dev.cloakroom.session.BeanWrite;
import dev.cloakroom.store.BeanState;
import jakarta.enterprise.context.spi.CreationalContext;
import org.jspecify.annotations.Nullable;

/** A request's instance of a bean, and what is kept of the bean. Not thread-safe. */
final class HeldBean<T> {
  private final BeanForm<T> form;
  private final T instance;
  private final CreationalContext<T> creation;
  private final StateCodec codec;
  private @Nullable BeanState kept;
  private BeanState unchanged;
  private boolean isNew;

  /**
   * An instance that was just made.
   *
   * @param kept what is kept of the bean; null if nothing is
   */
  HeldBean(BeanForm<T> form, Made<T> made, @Nullable BeanState kept, StateCodec codec)
      throws UnkeepableStateException {
    this.form = form;
    this.instance = made.instance();
    this.creation = made.creation();
    this.codec = codec;
    this.kept = kept;
    this.isNew = made.isNew();
    // Not what is kept: a collection that was read is written in another way than the first time.
    this.unchanged = codec.encode(form, instance);
  }

  /**
   * An instance with what the container needs to destroy it.
   *
   * @param isNew whether it holds nothing that was kept
   */
  record Made<T>(T instance, CreationalContext<T> creation, boolean isNew) {}

  T instance() {
    return instance;
  }

  String name() {
    return form.name();
  }

  /** What is to be kept of it that is not yet; null if nothing. */
  @Nullable BeanWrite pending() throws UnkeepableStateException {
    BeanState now = codec.encode(form, instance);
    if (!now.equals(unchanged)) {
      return new BeanWrite.Changed(form.name(), kept, now);
    }
    return isNew ? new BeanWrite.Begun(form.name(), kept, now) : null;
  }

  /** What was pending is kept now. */
  void written(BeanWrite write) {
    kept = write.state();
    unchanged = write.state();
    isNew = false;
  }

  /** The bean's life is over. */
  void destroy() {
    form.destroy(instance, creation);
  }

  /** The request is over, the bean's life is not: what was made for the instance alone goes. */
  void release() {
    creation.release();
  }
}

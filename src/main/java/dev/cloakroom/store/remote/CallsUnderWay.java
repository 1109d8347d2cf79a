package dev.cloakroom.store.remote;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a store that are under way, and what was told meanwhile of the record that each is
 * about, so that an answer which is old when it arrives is known to be. Safe for use by several
 * threads.
 */
final class CallsUnderWay {
  private final ConcurrentMap<String, List<Call>> calls = new ConcurrentHashMap<>();

  /** One call, from before it is made until its answer has been put to use. */
  final class Call implements AutoCloseable {
    private final String id;
    private volatile long told;

    private Call(String id) {
      this.id = id;
    }

    /** Whether the record is known to have a later version than the one answered. */
    boolean isOvertaken(long version) {
      return told > version;
    }

    @Override
    public void close() {
      calls.computeIfPresent(id, (same, all) -> without(all));
    }

    private @Nullable List<Call> without(List<Call> all) {
      List<Call> left = all.stream().filter(call -> call != this).toList();
      return left.isEmpty() ? null : left;
    }

    private void tell(long version) {
      told = Math.max(told, version);
    }
  }

  /** Notes a call that is about to be made. */
  Call begin(String id) {
    Call begun = new Call(id);
    calls.merge(
        id, List.of(begun), (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    return begun;
  }

  void changed(String id, long version) {
    calls.computeIfPresent(
        id,
        (same, all) -> {
          all.forEach(call -> call.tell(version));
          return all;
        });
  }

  /** Who begins while this runs reads what is there after the change. */
  void everythingChanged() {
    calls.keySet().forEach(id -> changed(id, ChangeListener.UNKNOWN_VERSION));
  }
}

package dev.cloakroom.store.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cloakroom.store.Revocations;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * In this server's memory. As with sessions, none is dropped for room: that would let somebody back
 * in. Only who shows a genuine token can have another noted, and it goes with that token. Safe for
 * use by several threads.
 */
final class MemoryRevocations implements Revocations {
  private final Cache<String, Note> notes;

  private record Note(Instant moment, Instant keptUntil) {
    Note and(Note other) {
      return new Note(later(moment, other.moment), later(keptUntil, other.keptUntil));
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }
  }

  MemoryRevocations(Clock clock) {
    this.notes =
        Caffeine.newBuilder()
            .expireAfter(UntilMoment.of(Note::keptUntil))
            .ticker(() -> UntilMoment.nanos(clock.millis()))
            .executor(Runnable::run)
            .build();
  }

  @Override
  public void revoke(String key, Instant moment, Instant keptUntil) {
    Note note = new Note(moment.truncatedTo(ChronoUnit.MILLIS), keptUntil);
    notes.asMap().merge(key, note, Note::and);
  }

  @Override
  public List<Instant> of(List<String> keys) {
    return keys.stream().map(this::of).toList();
  }

  private Instant of(String key) {
    Note note = notes.getIfPresent(key);
    return note == null ? NEVER : note.moment();
  }
}

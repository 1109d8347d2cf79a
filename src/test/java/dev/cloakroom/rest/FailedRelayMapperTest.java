package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.testing.Stub;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who answers where a caller could not be passed on. */
class FailedRelayMapperTest {
  private final FailedRelayException failure =
      new FailedRelayException(new StoreUnavailableException("down"));

  private final List<Throwable> mapped = new ArrayList<>();
  private final FailedRelayMapper mapper = new FailedRelayMapper();

  private void where(
      @Nullable ExceptionMapper<?> ofClients, @Nullable ExceptionMapper<?> ofAnything) {
    Map<Object, @Nullable ExceptionMapper<?>> mappers = new HashMap<>();
    mappers.put(ProcessingException.class, ofClients);
    mappers.put(RuntimeException.class, ofAnything);
    mapper.others =
        Stub.of(Providers.class, Map.of("getExceptionMapper", asked -> mappers.get(asked[0])));
  }

  private ExceptionMapper<ProcessingException> recording() {
    return failed -> {
      mapped.add(failed);
      return null;
    };
  }

  @Test
  void applicationThatMapsWhatClientsThrow_isAsked() {
    where(recording(), recording());
    mapper.toResponse(failure);
    where(recording(), null);
    mapper.toResponse(failure);

    assertThat(mapped).containsExactly(failure, failure);
  }

  /** As of a store that fails anywhere else. */
  @Test
  void mapperOfAnything_isNotAsked() {
    ExceptionMapper<ProcessingException> ofAnything = recording();
    where(ofAnything, ofAnything);
    assertThat(mapper.theirs()).isNull();
    where(null, null);
    assertThat(mapper.theirs()).isNull();
  }

  /** Filters of a client run by their priorities; a later one could lead a request elsewhere. */
  @Test
  void filter_runsBehindAllOthers() {
    assertThat(Objects.requireNonNull(TokenRelayFilter.class.getAnnotation(Priority.class)).value())
        .isEqualTo(Integer.MAX_VALUE);
  }
}

package dev.cloakroom.mpjwt;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.json.JsonString;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.junit.jupiter.api.Test;

/** A bean that lives as long as the application keeps nothing of the claims that it has asked. */
@SuppressWarnings("NullAway.Init")
class ClaimMemoryTest {
  private static final int REQUESTS = 10_000;
  private static final int COLLECTIONS = 50;

  @ApplicationScoped
  static class LivesLong {
    @Inject
    @Claim("tier")
    Provider<String> text;

    @Inject
    @Claim("tier")
    Instance<JsonString> json;

    @Inject
    @Claim("tier")
    Provider<Optional<String>> maybe;

    @Inject
    @Claim("tier")
    Instance<ClaimValue<String>> value;

    Object text() {
      return text.get();
    }

    Object json() {
      return json.get();
    }

    Object maybe() {
      return maybe.get();
    }

    Object value() {
      return value.get();
    }
  }

  @Test
  void claims_askedLateAndOften_leaveNothingBehind() {
    try (SeContainer container =
        ClaimContainer.of(LivesLong.class, () -> ShownToken.of("{\"tier\":\"gold\"}"))) {
      LivesLong bean = container.select(LivesLong.class).get();

      assertThat(kept(bean::text)).isZero();
      assertThat(kept(bean::json)).isZero();
      assertThat(kept(bean::maybe)).isZero();
      assertThat(kept(bean::value)).isZero();
    }
  }

  /** How many of the objects that were asked for are still there when nobody has them. */
  private static long kept(Supplier<Object> asked) {
    List<WeakReference<Object>> seen =
        Stream.generate(asked).limit(REQUESTS).map(WeakReference::new).toList();
    return Stream.generate(() -> stillThere(seen))
        .limit(COLLECTIONS)
        .filter(count -> count == 0)
        .findFirst()
        .orElseGet(() -> stillThere(seen));
  }

  private static long stillThere(List<WeakReference<Object>> seen) {
    System.gc();
    return seen.stream().map(WeakReference::get).filter(Objects::nonNull).count();
  }
}

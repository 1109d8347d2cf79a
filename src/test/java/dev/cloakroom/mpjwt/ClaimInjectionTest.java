package dev.cloakroom.mpjwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.token.TokenContent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** MicroProfile JWT 2.1, section 9.1: claims as each type that there is for them. */
@SuppressWarnings({"NullAway.Init", "rawtypes"})
class ClaimInjectionTest {
  private @Nullable TokenContent current;

  @Dependent
  static class Everything {
    @Inject
    @Claim("raw_token")
    String raw;

    @Inject
    @Claim(standard = Claims.iat)
    Long issued;

    @Inject
    @Claim("exp")
    long expires;

    @Inject
    @Claim("vip")
    Boolean wrapped;

    @Inject
    @Claim("vip")
    boolean vip;

    @Inject
    @Claim("groups")
    Set<String> groups;

    @Inject
    @Claim("aud")
    Set<String> audience;

    @Inject
    @Claim("tags")
    Set<String> tags;

    @Inject
    @Claim("tier")
    String tier;

    @Inject
    @Claim("tier")
    JsonString tierJson;

    @Inject
    @Claim("iat")
    JsonNumber issuedJson;

    @Inject
    @Claim("aud")
    JsonArray audienceJson;

    @Inject
    @Claim("address")
    JsonObject address;

    @Inject
    @Claim("vip")
    JsonValue vipJson;

    @Inject
    @Claim("tier")
    Optional<String> tierMaybe;

    @Inject
    @Claim("iat")
    Optional<JsonNumber> issuedMaybe;

    @Inject
    @Claim("iat")
    ClaimValue<Long> issuedValue;

    @Inject
    @Claim("tier")
    ClaimValue<Optional<String>> tierValue;

    @Inject
    @Claim("tier")
    ClaimValue tierOpen;

    @Inject
    @Claim("tier")
    Provider<String> tierLater;

    @Inject
    @Claim("iat")
    Instance<Long> issuedLater;

    @Inject
    @Claim("groups")
    Instance<Optional<Set<String>>> groupsLater;

    @Inject
    @Claim("tier")
    Long notANumber;

    @Inject
    @Claim("tier")
    JsonArray notAnArray;

    @Inject
    @Claim("count")
    String notAText;
  }

  private static final String CLAIMS =
      """
      {"aud":"shop","vip":true,"tier":"gold","tags":["a","b"],"count":7,"address":{"city":"Graz"}}""";

  @Test
  void claims_areInjectedAsEachType() {
    current = ShownToken.of(CLAIMS);
    try (SeContainer container = ClaimContainer.of(Everything.class, () -> current)) {
      Everything bean = container.select(Everything.class).get();

      assertThat(bean.raw).isEqualTo("a.b.c");
      assertThat(bean.issued).isEqualTo(100);
      assertThat(bean.expires).isEqualTo(200);
      assertThat(bean.vip).isTrue();
      assertThat(bean.wrapped).isTrue();
      assertThat(bean.groups).containsExactly("user");
      assertThat(bean.audience).containsExactly("shop");
      assertThat(bean.tags).containsExactly("a", "b");
      assertThat(bean.tier).isEqualTo("gold");
      assertThat(bean.tierJson.getString()).isEqualTo("gold");
      assertThat(bean.issuedJson.longValue()).isEqualTo(100);
      assertThat(bean.audienceJson.getString(0)).isEqualTo("shop");
      assertThat(bean.address.getString("city")).isEqualTo("Graz");
      assertThat(bean.vipJson).isEqualTo(JsonValue.TRUE);
      assertThat(bean.tierMaybe).contains("gold");
      assertThat(bean.issuedMaybe.orElseThrow().longValue()).isEqualTo(100);
      assertThat(bean.issuedValue.getValue()).isEqualTo(100);
      assertThat(bean.issuedValue.getName()).isEqualTo("iat");
      assertThat(bean.tierValue.getValue()).contains("gold");
      assertThat(bean.tierOpen.getValue()).hasToString("\"gold\"");
      assertThat(bean.tierLater.get()).isEqualTo("gold");
      assertThat(bean.issuedLater.get()).isEqualTo(100);
      assertThat(bean.groupsLater.get()).contains(Set.of("user"));
      assertThat(bean.notANumber).isNull();
      assertThat(bean.notAnArray).isNull();
      assertThat(bean.notAText).isNull();
    }
  }

  @Test
  void claims_ofNobody_areNullOrEmpty() {
    try (SeContainer container = ClaimContainer.of(Everything.class, () -> current)) {
      Everything bean = container.select(Everything.class).get();

      assertThat(bean.raw).isNull();
      assertThat(bean.expires).isZero();
      assertThat(bean.vip).isFalse();
      assertThat(bean.tierMaybe).isEmpty();
      assertThat(bean.issuedValue.getValue()).isNull();
      assertThat(bean.tierValue.getValue()).isEmpty();
      assertThat(bean.tierLater.get()).isNull();
    }
  }

  @Test
  void claimValue_answersForTheTokenOfThatMoment() {
    try (SeContainer container = ClaimContainer.of(Everything.class, () -> current)) {
      Everything bean = container.select(Everything.class).get();
      current = ShownToken.of("{\"tier\":\"gold\"}");
      assertThat(bean.tierValue.getValue()).contains("gold");

      current = ShownToken.of("{\"tier\":\"silver\"}");

      assertThat(bean.tierValue.getValue()).contains("silver");
      assertThat(bean.tierLater.get()).isEqualTo("silver");
    }
  }
}

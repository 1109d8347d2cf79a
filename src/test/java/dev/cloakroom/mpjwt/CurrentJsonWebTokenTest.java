package dev.cloakroom.mpjwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.token.AccessTokenPolicy;
import dev.cloakroom.token.AccessTokenVerifier;
import dev.cloakroom.token.SignedClaims;
import dev.cloakroom.token.VerifiedToken;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The types that MicroProfile JWT 2.1, "Set of Claim Value Types", asks for. */
class CurrentJsonWebTokenTest {
  private static final String CLAIMS =
      """
      {"iss":"https://shop.test","sub":"1234","upn":"alice","aud":["shop","stock"],"exp":%d,\
      "iat":%d,"nbf":%d,"jti":"t1","client_id":"shop","sid":"s1","auth_time":%d,\
      "groups":["user","admin"],"amr":["pwd","otp"],"email":"a@shop.test","email_verified":true,\
      "address":{"city":"Graz","lines":[1,2.5,null]},"tier":"gold","vip":false,"count":7,\
      "ratio":0.25,"tags":["a",{"b":true}],"nothing":null}""";

  private final ManualClock clock = ManualClock.atNoon();
  private final long now = clock.instant().getEpochSecond();
  private final KeyRing keys = KeyLoader.generate();
  private final VerifiedToken verified = verified();
  private final JsonWebToken token = new CurrentJsonWebToken(() -> verified);
  private final JsonWebToken nobody = new CurrentJsonWebToken(() -> null);

  private VerifiedToken verified() {
    return verified(CLAIMS.formatted(now + 300, now, now, now));
  }

  private VerifiedToken verified(String claims) {
    AccessTokenPolicy policy =
        new AccessTokenPolicy("https://shop.test", "shop", Duration.ofMinutes(5), Duration.ZERO);
    return (VerifiedToken)
        new AccessTokenVerifier(keys, policy, clock).verify(SignedClaims.by(keys, claims));
  }

  private @Nullable Object claim(String name) {
    return token.<Object>getClaim(name);
  }

  @Test
  void claimsWithAGetter_areOfItsType() {
    assertThat(token.getName()).isEqualTo("alice");
    assertThat(token.getIssuer()).isEqualTo("https://shop.test");
    assertThat(token.getSubject()).isEqualTo("1234");
    assertThat(token.getTokenID()).isEqualTo("t1");
    assertThat(token.getAudience()).isEqualTo(Set.of("shop", "stock"));
    assertThat(token.getGroups()).isEqualTo(Set.of("user", "admin"));
    assertThat(token.getExpirationTime()).isEqualTo(now + 300);
    assertThat(token.getIssuedAtTime()).isEqualTo(now);
    assertThat(token.getRawToken()).isEqualTo(verified.raw().text());
  }

  @Test
  void standardClaims_areOfTheTypeThatClaimsNames() {
    for (Claims claim :
        new Claims[] {
          Claims.iss,
          Claims.sub,
          Claims.upn,
          Claims.exp,
          Claims.iat,
          Claims.nbf,
          Claims.jti,
          Claims.auth_time,
          Claims.groups,
          Claims.aud,
          Claims.raw_token,
          Claims.email,
          Claims.email_verified,
          Claims.address
        }) {
      assertThat(claim(claim.name())).as(claim.name()).isInstanceOf(claim.getType());
    }
  }

  @Test
  void otherClaims_areJsonValues() {
    assertThat(claim("sid")).isInstanceOf(JsonString.class).hasToString("\"s1\"");
    assertThat(claim("tier")).isInstanceOf(JsonString.class).hasToString("\"gold\"");
    assertThat(claim("count")).isInstanceOf(JsonNumber.class).hasToString("7");
    assertThat(claim("ratio")).isInstanceOf(JsonNumber.class).hasToString("0.25");
    assertThat(claim("vip")).isEqualTo(JsonValue.FALSE);
    assertThat(claim("tags")).isInstanceOf(JsonArray.class).hasToString("[\"a\",{\"b\":true}]");
  }

  /** The specification's list says text here; RFC 8176 says an array, and so do our tokens. */
  @Test
  void amr_isTheArrayThatItIs() {
    assertThat(claim("amr")).isEqualTo(Json.createArrayBuilder().add("pwd").add("otp").build());
  }

  @Test
  void address_isAnObjectToItsDepth() {
    JsonObject address = token.getClaim("address");

    assertThat(address.getString("city")).isEqualTo("Graz");
    assertThat(address.getJsonArray("lines")).hasToString("[1,2.5,null]");
  }

  @Test
  void claimThatIsNullOrAbsent_isNull() {
    assertThat(claim("nothing")).isNull();
    assertThat(claim("absent")).isNull();
    assertThat(token.containsClaim("absent")).isFalse();
    assertThat(token.containsClaim("tier")).isTrue();
    assertThat(token.claim("tier")).isPresent();
  }

  /** Nobody whose code asks for a text is answered by a ClassCastException. */
  @Test
  void standardClaimOfAnotherType_isNull() {
    String odd =
        CLAIMS
            .formatted(now + 300, now, now, now)
            .replace("\"a@shop.test\"", "[1]")
            .replace("\"email_verified\":true", "\"email_verified\":\"yes\"");
    JsonWebToken other = new CurrentJsonWebToken(() -> verified(odd));

    assertThat(other.<Object>getClaim("email")).isNull();
    assertThat(other.<Object>getClaim("email_verified")).isNull();
    assertThat(claim("email")).isEqualTo("a@shop.test");
    assertThat(claim("email_verified")).isEqualTo(true);
  }

  @Test
  void claimNames_areThoseOfTheTokenAndItsText() {
    assertThat(token.getClaimNames())
        .contains("iss", "sub", "aud", "exp", "groups", "sid", "tier", "raw_token")
        .doesNotContain("absent", "kid", "alg");
    assertThat(token.getClaimNames())
        .allMatch(name -> name.equals("nothing") || claim(name) != null);
  }

  @Test
  void callerWithoutToken_hasNoNameAndNoClaims() {
    assertThat(nobody.getName()).isNull();
    assertThat(nobody.getClaimNames()).isNull();
    assertThat(nobody.<Object>getClaim("sub")).isNull();
    assertThat(nobody.claim("groups")).isEmpty();
  }

  @Test
  void gettersOfACallerWithoutToken_doNotThrow() {
    assertThat(nobody.getGroups()).isNullOrEmpty();
    assertThat(nobody.getAudience()).isNullOrEmpty();
    assertThat(nobody.getRawToken()).isNull();
    assertThat(nobody.getIssuer()).isNull();
  }

  @Test
  void eachCall_answersForTheTokenOfThatMoment() {
    AtomicReference<@Nullable VerifiedToken> current = new AtomicReference<>();
    JsonWebToken kept = new CurrentJsonWebToken(current::get);
    assertThat(kept.getName()).isNull();

    current.set(verified);

    assertThat(kept.getName()).isEqualTo("alice");
  }
}

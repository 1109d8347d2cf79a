package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.cloakroom.crypto.Base64Url;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the header of a token of another issuer may say; each is signed by a key of that issuer. */
class ForeignTokenHeaderTest {
  private final Partner partner = new Partner();
  private final ForeignTokens tokens = partner.tokensOfItsKey();

  private Outcome withHeader(String header) {
    return tokens.lookUp(KEY.sign(header, partner.claims()));
  }

  private static String headerPlus(String member) {
    return KEY.header().replaceFirst("}$", "," + Matcher.quoteReplacement(member) + "}");
  }

  @ParameterizedTest
  @Tag("J2")
  @ValueSource(
      strings = {
        "none", "None", "NONE", "", "rs256", "RS256 ", "HS256", "RS384", "PS256", "ES256K"
      })
  void lookUp_anotherAlgorithm_isRefused(String algorithm) {
    accepted(withHeader(KEY.header()));
    refused(withHeader(KEY.header().replace("RS256", algorithm)));
  }

  /** The same key and the same signature: nothing but the name of the algorithm refuses it. */
  @ParameterizedTest
  @Tag("J2")
  @ValueSource(strings = {"EdDSA", "Ed25519"})
  void lookUp_algorithmByAnotherName_isRefused(String allowed) {
    PartnerKey key = PartnerKey.of("o1", "EdDSA");
    ForeignTokens ofIt = partner.tokens(PartnerKey.jwks(key.jwk()), "algorithms", allowed);
    String other = allowed.equals("EdDSA") ? "Ed25519" : "EdDSA";

    accepted(ofIt.lookUp(key.as(allowed).sign(partner.claims())));
    refused(ofIt.lookUp(key.as(other).sign(partner.claims())));
  }

  @ParameterizedTest
  @Tag("J2")
  @ValueSource(strings = {"none", "None", "NONE"})
  void lookUp_unsecuredToken_isRefused(String algorithm) {
    String header = KEY.header().replace("RS256", algorithm);
    String unsigned =
        Base64Url.encode(header.getBytes(UTF_8))
            + "."
            + Base64Url.encode(partner.claims().getBytes(UTF_8));

    refused(tokens.lookUp(unsigned + "."));
    refused(tokens.lookUp(unsigned));
  }

  @Test
  @Tag("J2")
  void lookUp_algorithmMissingOrNoString_isRefused() {
    refused(withHeader(KEY.header().replace("\"alg\":\"RS256\",", "")));
    refused(withHeader(KEY.header().replace("\"RS256\"", "null")));
    refused(withHeader(KEY.header().replace("\"RS256\"", "[\"RS256\"]")));
  }

  /** The classic confusion: HMAC keyed with the public key, which everybody has. */
  @Test
  @Tag("J3")
  void lookUp_hmacKeyedWithThePublicKey_isRefused() throws Exception {
    JWSObject token =
        new JWSObject(
            JWSHeader.parse(KEY.header().replace("RS256", "HS256")), new Payload(partner.claims()));
    token.sign(new MACSigner(KEY.pair().getPublic().getEncoded()));

    refused(tokens.lookUp(token.serialize()));
  }

  /** The key is for RS256, although it could verify RS512 and PS256, and both are allowed. */
  @ParameterizedTest
  @Tag("J3")
  @ValueSource(strings = {"RS512", "PS256"})
  void lookUp_keyForAnotherAlgorithm_isRefused(String algorithm) {
    String allowed = "RS256, " + algorithm;
    PartnerKey misused = KEY.as(algorithm);
    ForeignTokens both = partner.tokensOfItsKey("algorithms", allowed);

    accepted(both.lookUp(KEY.sign(partner.claims())));
    refused(both.lookUp(misused.sign(partner.claims())));
    accepted(
        partner
            .tokens(PartnerKey.jwks(misused.jwk()), "algorithms", allowed)
            .lookUp(misused.sign(partner.claims())));
  }

  /** Entra's keys do not say what they are for. */
  @Test
  @Tag("J3")
  void lookUp_keyThatSaysNoAlgorithm_isForTheFirstThatFits() {
    String jwks = PartnerKey.jwks(KEY.jwkWith("\"kid\":\"k1\""));
    ForeignTokens tokensOfIt = partner.tokens(jwks, "algorithms", "ES256, RS256, PS256");

    accepted(tokensOfIt.lookUp(KEY.sign(partner.claims())));
    refused(tokensOfIt.lookUp(KEY.as("PS256").sign(partner.claims())));
  }

  @ParameterizedTest
  @Tag("J4")
  @ValueSource(strings = {"jku", "x5u"})
  void lookUp_addressOfAKeyInTheToken_isNotLookedAt(String name) {
    accepted(withHeader(headerPlus("\"" + name + "\":\"https://attacker.test/\"")));
  }

  @Test
  @Tag("J4")
  void lookUp_keyInTheToken_isNotTrusted() {
    PartnerKey attacker = PartnerKey.of("k1", "ES256");
    String header = attacker.header().replaceFirst("}$", ",\"jwk\":" + attacker.bareJwk() + "}");

    refused(tokens.lookUp(attacker.sign(header, partner.claims())));
    accepted(withHeader(headerPlus("\"jwk\":" + attacker.bareJwk())));
  }

  @ParameterizedTest
  @Tag("J5")
  @ValueSource(
      strings = {"\"\"", "\"k2\"", "\"../../dev/null\"", "\"' or 1=1\"", "null", "1", "{}"})
  void lookUp_keyIdThatIsNotThere_isRefused(String kid) {
    refused(withHeader(KEY.header().replace("\"k1\"", kid)));
  }

  @Test
  @Tag("J5")
  void lookUp_keyIdThatIsTooLong_isRefused() {
    refused(withHeader(KEY.header().replace("k1", "k".repeat(257))));
  }

  @Test
  @Tag("J5")
  void lookUp_noKeyId_isTheOnlyKeyOrNone() {
    String header = KEY.header().replace("\"kid\":\"k1\",", "");
    String other = PartnerKey.of("k2", "RS256").jwk();

    accepted(withHeader(header));
    refused(
        partner
            .tokens(PartnerKey.jwks(KEY.jwk(), other))
            .lookUp(KEY.sign(header, partner.claims())));
  }

  @ParameterizedTest
  @Tag("J15")
  @ValueSource(
      strings = {
        "\"crit\":[\"exp\"]",
        "\"crit\":[]",
        "\"crit\":null",
        "\"crit\":[\"b64\"],\"b64\":true",
        "\"b64\":false"
      })
  void lookUp_whatMustBeUnderstood_isRefused(String members) {
    refused(withHeader(headerPlus(members)));
  }

  @ParameterizedTest
  @Tag("J4")
  @ValueSource(strings = {"jku", "x5u", "x5t", "x5t#S256", "cty", "jwk", "x5c"})
  void lookUp_registeredParameterOfAnotherType_isRefused(String name) {
    refused(withHeader(headerPlus('"' + name + "\":1")));
    refused(withHeader(headerPlus('"' + name + "\":null")));
    accepted(withHeader(headerPlus("\"other\":1")));
  }

  @ParameterizedTest
  @Tag("J14")
  @ValueSource(strings = {"\"alg\":\"RS256\"", "\"kid\":\"k1\"", "\"\\u0061lg\":\"RS256\""})
  void lookUp_repeatedName_isRefused(String member) {
    refused(withHeader(headerPlus(member)));
  }

  @Test
  @Tag("J13")
  void lookUp_otherSpellingsOfAGenuineToken_areRefused() {
    String genuine = KEY.sign(partner.claims());
    accepted(tokens.lookUp(genuine));

    refused(tokens.lookUp(genuine + "="));
    refused(tokens.lookUp(genuine + "."));
    refused(tokens.lookUp(" " + genuine));
    refused(tokens.lookUp(genuine + "\n"));
    refused(tokens.lookUp(genuine.replaceFirst("\\.", "=.")));
    refused(tokens.lookUp(withUnusedBits(genuine)));
  }

  /** 256 bytes leave 4 bits of the last character unused, which must be zero. */
  private static String withUnusedBits(String genuine) {
    String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = digits.indexOf(genuine.charAt(genuine.length() - 1));
    return genuine.substring(0, genuine.length() - 1) + digits.charAt(last + 1);
  }
}

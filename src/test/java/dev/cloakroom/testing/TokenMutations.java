package dev.cloakroom.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import dev.cloakroom.crypto.Base64Url;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Tokens that are a little wrong, most of them under a true signature, so that what is in them
 * decides: members that are put in, left out, repeated or changed, characters of the JSON, parts of
 * other tokens, signatures of other keys or forms. Always the same ones for a seed.
 */
public final class TokenMutations {
  private static final List<String> NAMES =
      List.of(
          "alg",
          "kid",
          "typ",
          "cty",
          "crit",
          "b64",
          "zip",
          "jwk",
          "jku",
          "x5c",
          "x5u",
          "x5t",
          "x5t#S256",
          "enc",
          "iss",
          "sub",
          "aud",
          "exp",
          "nbf",
          "iat",
          "jti",
          "sid",
          "nonce",
          "groups",
          "scope",
          "cnf",
          "at_hash",
          "events",
          "token_use",
          "client_id",
          "auth_time",
          "amr",
          "upn",
          "acr_times",
          "mac",
          "x");
  private static final String VALUES =
      """
      null
      true
      0
      -1
      1
      1.5
      1e3
      1e400
      {}
      []
      [[]]
      ""
      "x"
      " "
      "\\u0000"
      "\\ud800"
      "JWT"
      "at+jwt"
      "none"
      "HS256"
      "RS256"
      "ES256"
      "k1"
      "k2"
      "exp"
      ["exp"]
      "shop"
      ["shop","x"]
      ["shop",1]
      "ISSUER"
      "https://other.test"
      "LONG"
      NOW
      NOW000
      EARLIER
      BEFORE.9
      AFTER
      AFTERe0
      "AFTER"
      LATER
      {"jkt":"x"}
      {"a":1,"a":2}
      """;
  private static final String LETTERS = "aZ09-_.=+/ \n\t\0é\ud800{}[]\",:\\uetrufalsn";

  private final Random random;
  private final String claims;
  private final List<? extends Signer> keys;
  private final List<String> values;

  /** Who signs tokens, whatever is in them. */
  public interface Signer {
    /** What its signatures are. */
    String algorithm();

    /** The header that it writes before claims. */
    String header(String claims);

    /** A token with a true signature over whatever this is. */
    String sign(String header, String claims);
  }

  /**
   * What a token says that is all right.
   *
   * @param now when it does
   */
  public record Sample(String issuer, String claims, Instant now) {}

  /** Mutations of a token under these keys. */
  public TokenMutations(Sample sample, List<? extends Signer> keys, long seed) {
    this.random = new Random(seed);
    this.claims = sample.claims();
    this.keys = keys;
    this.values = values(sample.issuer(), sample.now().getEpochSecond());
  }

  private static List<String> values(String issuer, long now) {
    return VALUES
        .replace("ISSUER", issuer)
        .replace("LONG", "y".repeat(300))
        .replace("EARLIER", Long.toString(now - 61))
        .replace("BEFORE", Long.toString(now - 59))
        .replace("NOW", Long.toString(now))
        .replace("AFTER", Long.toString(now + 59))
        .replace("LATER", Long.toString(now + 61))
        .lines()
        .toList();
  }

  /** The next one. */
  public String next() {
    Signer key = pick(keys);
    String header = key.header(claims);
    return switch (random.nextInt(8)) {
      case 0 -> mutatedText(key.sign(header, claims), ".");
      case 1 -> key.sign(mutatedText(header, LETTERS), claims);
      case 2, 3 -> key.sign(mutatedMembers(header), claims);
      case 4 -> signed(key, mutatedText(claims, LETTERS));
      case 5, 6 -> signed(key, mutatedMembers(claims));
      default -> otherSignature(key, key.sign(mutatedMembers(header), claims));
    };
  }

  private static String signed(Signer key, String changed) {
    return key.sign(key.header(changed), changed);
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** One to three characters changed, left out, put in or repeated. */
  private String mutatedText(String of, String letters) {
    StringBuilder text = new StringBuilder(of);
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      int at = random.nextInt(text.length());
      String all = letters + of;
      char other = all.charAt(random.nextInt(all.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, other);
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.insert(at, other);
        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 9)));
      }
    }
    return text.toString();
  }

  /** One or two members put in, left out, or given another value. */
  private String mutatedMembers(String json) {
    String mutated = json;
    for (int left = 1 + random.nextInt(2); left > 0; left--) {
      mutated = random.nextInt(3) == 0 ? withoutOne(mutated) : withOne(mutated);
    }
    return mutated;
  }

  private String withoutOne(String json) {
    return json.replaceFirst(
        "\"" + pick(NAMES) + "\":(\"[^\"]*\"|[0-9]+|\\[[^]]*]|\\{[^}]*})", "\"x\":1");
  }

  private String withOne(String json) {
    String name = pick(NAMES);
    String member = '"' + name + "\":" + pick(values);
    String others = random.nextInt(8) == 0 ? json : withoutAll(json, name);
    return random.nextBoolean()
        ? others.replaceFirst("^\\{", "{" + quoted(member) + ",")
        : others.replaceFirst("}$", "," + quoted(member) + "}");
  }

  private static String withoutAll(String json, String name) {
    return json.replaceAll(
        "\"" + quoted(name) + "\":(\"[^\"]*\"|[0-9]+|\\[[^]]*]|\\{[^}]*})", "\"y\":1");
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("$", "\\$");
  }

  private String otherSignature(Signer key, String token) {
    int end = token.lastIndexOf('.') + 1;
    String start = token.substring(0, end);
    byte[] signature = Base64Url.decode(token.substring(end)).orElseThrow();
    return switch (random.nextInt(6)) {
      case 0 -> start + Base64Url.encode(new byte[signature.length]);
      case 1 -> start + Base64Url.encode(mutatedBytes(signature));
      case 2 -> start;
      case 3 -> token + "." + token.substring(end);
      case 4 -> start + pick(keys).sign("{}", "{}").substring("e30.e30.".length());
      default -> start + Base64Url.encode(der(key, signature));
    };
  }

  private byte[] mutatedBytes(byte[] signature) {
    byte[] mutated = signature.clone();
    mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
    return mutated;
  }

  /** As X.509 has ECDSA's signatures: the same two numbers in another form. */
  private static byte[] der(Signer key, byte[] signature) {
    try {
      return key.algorithm().startsWith("ES")
          ? ECDSA.transcodeSignatureToDER(signature)
          : Arrays.copyOf(signature, signature.length - 1);
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}

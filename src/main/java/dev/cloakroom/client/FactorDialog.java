package dev.cloakroom.client;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What follows an answer to a login that waits for a second factor. */
final class FactorDialog {
  private static final String TICKET = "factorToken";

  private FactorDialog() {}

  /** What to send next; null if the answer asks for none, or nobody can be asked. */
  static @Nullable Body next(ClientResponse answer, ClientSettings.Login login) {
    Function<? super NeededFactor, FactorProof> factor = login.factor();
    boolean waits = answer.reason().filter(NeededFactor.REASON::equals).isPresent();
    return factor == null || !waits
        ? null
        : login.format().body(fields(Json.read(answer.text()).orElse(Map.of()), factor));
  }

  private static Map<String, String> fields(
      Map<String, Object> answer, Function<? super NeededFactor, FactorProof> factor) {
    FactorProof proof = factor.apply(NeededFactor.of(answer));
    Map<String, String> fields = new HashMap<>();
    fields.put("method", proof.method());
    fields.put("answer", proof.answer());
    String ticket = Json.text(answer, TICKET);
    if (ticket != null) {
      fields.put(TICKET, ticket);
    }
    return fields;
  }
}

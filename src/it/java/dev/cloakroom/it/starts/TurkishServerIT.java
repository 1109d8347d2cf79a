package dev.cloakroom.it.starts;

import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import java.util.Set;

/** On a JVM in a language in which {@code i} and {@code I} are no pair of letters. */
@OnServerWith(value = LanguageWars.class, variant = Variant.TURKISH)
class TurkishServerIT extends LanguageContract {

  TurkishServerIT(ServerProcess process) {
    super(process);
  }

  @Override
  Set<String> serversWithoutSessions() {
    return Set.of("payara-micro");
  }
}

package dev.cloakroom.it.starts;

import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import java.util.Set;

/** On a JVM in a language in which numbers are written with other digits. */
@OnServerWith(value = LanguageWars.class, variant = Variant.ARABIC)
class ArabicServerIT extends LanguageContract {

  ArabicServerIT(ServerProcess process) {
    super(process);
  }

  @Override
  Set<String> serversWithoutSessions() {
    return Set.of();
  }
}

package dev.cloakroom.it.starts;

import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;

/** On a JVM in a language in which numbers are written with other digits. */
@OnServerWith(value = LanguageWars.class, variant = Variant.ARABIC)
class ArabicServerIT extends LanguageContract {

  ArabicServerIT(ServerProcess process) {
    super(process);
  }
}

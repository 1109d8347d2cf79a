package dev.cloakroom.it.totp.app;

import dev.cloakroom.event.FactorChanged;
import dev.cloakroom.event.RecoveryCodeUsed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What was heard of callers' factors, in short. */
@ApplicationScoped
public class HeardFactorEvents {
  private final List<String> heard = new CopyOnWriteArrayList<>();

  void onChange(@Observes FactorChanged event) {
    heard.add(event.callerName() + ":" + event.change() + " " + event.method());
  }

  void onUse(@Observes RecoveryCodeUsed event) {
    heard.add(event.callerName() + ":" + event.left() + " left");
  }

  String of(String caller) {
    return heard.stream()
        .filter(line -> line.startsWith(caller + ":"))
        .map(line -> line.substring(caller.length() + 1))
        .collect(Collectors.joining(", "));
  }
}

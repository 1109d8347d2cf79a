package dev.cloakroom.it.process;

import dev.cloakroom.it.RunningServer;
import java.util.List;

/** How a server is configured. */
public enum Variant {
  /** As {@code server-config} says. */
  AS_ADVISED(""),

  /** The same, but the server's own MicroProfile JWT is taken out, where that can be done. */
  WITHOUT_MP_JWT(""),

  /** Without what {@code server-config} says has to be set. */
  AS_IT_COMES(""),

  /** As advised, on a JVM that speaks Turkish. */
  TURKISH("-Duser.language=tr -Duser.country=TR"),

  /** As advised, on a JVM that speaks Arabic as it is written in Egypt, digits included. */
  ARABIC("-Duser.language=ar -Duser.country=EG"),

  /**
   * As advised, on a JVM to measure on: room enough, and soft references as they are by default.
   */
  UNDER_LOAD("-Xms1g -Xmx1g -XX:SoftRefLRUPolicyMSPerMB=1000"),

  /** The same, with room for a million login sessions. */
  CROWDED("-Xms3g -Xmx3g -XX:SoftRefLRUPolicyMSPerMB=1000");

  private final String jvmOptions;

  Variant(String jvmOptions) {
    this.jvmOptions = jvmOptions;
  }

  /** What the server's JVM is started with. */
  String jvmOptions() {
    return jvmOptions;
  }

  /** Those whose servers are started at once: each waits for its disk and for itself. */
  List<Variant> startedTogether() {
    return this == TURKISH || this == ARABIC ? List.of(ARABIC, TURKISH) : List.of(this);
  }

  /** What it comes to on the server that the tests run on: not each can be configured each way. */
  Variant here() {
    boolean differs =
        !jvmOptions.isEmpty()
            || switch (RunningServer.name()) {
              case "wildfly" -> true;
              case "openliberty" -> this == WITHOUT_MP_JWT;
              default -> false;
            };
    return differs ? this : AS_ADVISED;
  }
}

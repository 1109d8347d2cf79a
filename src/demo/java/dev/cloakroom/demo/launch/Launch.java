package dev.cloakroom.demo.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What to start and where.
 *
 * @param payara the Payara Micro JAR
 * @param war the application, deployed at the root context
 * @param preboot asadmin commands run before the server starts; they bind it to the loopback
 *     address
 * @param ports where it listens
 */
public record Launch(Path payara, Path war, Path preboot, Ports ports) {

  /** The same on other ports. */
  Launch at(Ports others) {
    return new Launch(payara, war, preboot, others);
  }

  /** The command line of the child process, with the Java that runs this program. */
  List<String> command(List<String> jvmOptions) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", payara.toString()));
    command.addAll(List.of("--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--deploy", war.toString(), "--contextroot", "/"));
    command.addAll(List.of("--port", Integer.toString(ports.http())));
    command.addAll(List.of("--sslport", Integer.toString(ports.https())));
    command.addAll(List.of("--prebootcommandfile", preboot.toString()));
    return List.copyOf(command);
  }
}

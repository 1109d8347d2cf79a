package dev.cloakroom.it.process;

import java.io.IOException;
import java.nio.file.Path;

/** A domain of GlassFish, on ports of its own and on the loopback address. */
record GlassFishHome(Path folder, HttpPorts ports) implements ServerHome {
  private static final DropFolder.Markers MARKERS =
      new DropFolder.Markers("_deployed", "_deployFailed", "_undeployed");

  @Override
  public void layOut(Variant variant) throws IOException {
    GlassFishDomain.first().copyTo(domain(), ports);
  }

  private Path domain() {
    return folder.resolve(GlassFishDomain.NAME);
  }

  @Override
  public ProcessBuilder process() {
    ProcessBuilder process = GlassFishDomain.asadmin(folder, "start-domain", "--verbose");
    // as server-config advises
    process
        .environment()
        .put("JAVA_TOOL_OPTIONS", "-Dorg.jboss.weld.bootstrap.concurrentDeployment=false");
    return process;
  }

  @Override
  public String ready() {
    return "NCLS-CORE-00017";
  }

  @Override
  public Deployments deployments() {
    return new DropFolder(domain().resolve("autodeploy"), MARKERS);
  }
}

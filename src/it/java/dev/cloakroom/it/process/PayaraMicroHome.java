package dev.cloakroom.it.process;

import static java.util.jar.Attributes.Name.CLASS_PATH;
import static java.util.jar.Attributes.Name.MAIN_CLASS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jspecify.annotations.Nullable;

/**
 * A folder for Payara Micro. It watches none by itself: {@link WatchingPayaraMicro} runs with it,
 * from a JAR of its own, so that no other class of the tests gets into the server.
 */
record PayaraMicroHome(Path folder, HttpPorts ports, DropFolder drop) implements ServerHome {
  private static final Path PAYARA = Folders.property("payara.jar");

  static PayaraMicroHome in(Path folder, HttpPorts ports) throws IOException {
    Path drop = Files.createDirectories(folder.resolve("deployments"));
    ShrinkWrap.create(JavaArchive.class)
        .addClass(WatchingPayaraMicro.class)
        .setManifest(new ByteArrayAsset(manifest()))
        .as(ZipExporter.class)
        .exportTo(watcher(folder).toFile(), true);
    DropFolder.Markers markers =
        new DropFolder.Markers(
            WatchingPayaraMicro.DEPLOYED, WatchingPayaraMicro.FAILED, WatchingPayaraMicro.GONE);
    return new PayaraMicroHome(folder, ports, new DropFolder(drop, markers));
  }

  private static Path watcher(Path folder) {
    return folder.resolve("watcher.jar");
  }

  /** Opens to Payara Micro what its own manifest does, and starts it by the watcher. */
  private static byte[] manifest() throws IOException {
    try (JarFile payara = new JarFile(PAYARA.toFile())) {
      Manifest manifest = new Manifest(payara.getManifest());
      manifest.getMainAttributes().put(MAIN_CLASS, WatchingPayaraMicro.class.getName());
      manifest.getMainAttributes().put(CLASS_PATH, PAYARA.toUri().toString());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      manifest.write(bytes);
      return bytes.toByteArray();
    }
  }

  @Override
  public ProcessBuilder process() {
    return Java.with(
        "-jar",
        watcher(folder).toString(),
        drop.folder().toString(),
        "--nohazelcast",
        "--disablephonehome",
        "--prebootcommandfile",
        "server-config/payara-micro/preboot.txt",
        "--port",
        String.valueOf(ports.http()),
        "--sslport",
        String.valueOf(ports.https()));
  }

  @Override
  public Path log() {
    return folder.resolve("server.log");
  }

  @Override
  public boolean isReady(String log) {
    return log.contains("ready in ");
  }

  @Override
  public void put(Path war) throws IOException {
    drop.put(war);
  }

  @Override
  public @Nullable Outcome outcome(String war, String since) {
    return drop.outcome(war);
  }

  @Override
  public void remove(String war) throws IOException {
    drop.remove(war);
  }

  @Override
  public boolean isGone(String war, String since) {
    return drop.isGone(war);
  }
}

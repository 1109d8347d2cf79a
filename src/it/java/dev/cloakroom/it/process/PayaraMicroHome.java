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

/**
 * A folder for Payara Micro. It watches none by itself: {@link WatchingPayaraMicro} runs with it,
 * from a JAR of its own, so that no other class of the tests gets into the server.
 */
record PayaraMicroHome(Path folder, HttpPorts ports) implements ServerHome {
  private static final Path PAYARA = Folders.property("payara.jar");

  @Override
  public void layOut(Variant variant) throws IOException {
    Files.createDirectories(drop());
    ShrinkWrap.create(JavaArchive.class)
        .addClass(WatchingPayaraMicro.class)
        .setManifest(new ByteArrayAsset(manifest()))
        .as(ZipExporter.class)
        .exportTo(watcher().toFile(), true);
  }

  private Path drop() {
    return folder.resolve("deployments");
  }

  private Path watcher() {
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
        watcher().toString(),
        drop().toString(),
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
  public String ready() {
    return "ready in ";
  }

  @Override
  public Deployments deployments() {
    return new DropFolder(
        drop(),
        new DropFolder.Markers(
            WatchingPayaraMicro.DEPLOYED, WatchingPayaraMicro.FAILED, WatchingPayaraMicro.GONE));
  }
}

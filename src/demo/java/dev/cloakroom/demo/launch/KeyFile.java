package dev.cloakroom.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/**
 * A new key by which the nodes sign and second factors are encrypted, in a file that only this user
 * can read and that is gone with this process. Nodes that make their own refuse each other's
 * tokens, and keep no second factors, which nobody could read after the next start; those of the
 * demo are gone by then, too. A real application has its key from where its secrets are kept.
 *
 * @param file in PEM
 */
record KeyFile(Path file) {
  private static final int LINE = 64;

  static KeyFile made() throws LaunchException {
    try {
      Path file = Files.createTempFile("cloakroom-demo", ".pem");
      file.toFile().deleteOnExit();
      return new KeyFile(Files.writeString(file, pem()));
    } catch (IOException | GeneralSecurityException failed) {
      throw new LaunchException(1, "No key can be made for the nodes: " + failed.getMessage());
    }
  }

  /** The public key as well: the JDK leaves it out of the private one. */
  private static String pem() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    return block("PRIVATE KEY", keys.getPrivate()) + block("PUBLIC KEY", keys.getPublic());
  }

  private static String block(String label, Key key) {
    String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }

  List<String> jvmOptions() {
    return List.of("-Dcloakroom.keys.location=" + file);
  }
}

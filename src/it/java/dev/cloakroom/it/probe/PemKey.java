package dev.cloakroom.it.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A signing key as openssl writes it, in a file outside of the WARs that use it. */
public final class PemKey {
  private static final String RESOURCE = "/dev/cloakroom/crypto/pkcs8.pem";

  private PemKey() {}

  /** Puts it into a folder; gives its file. */
  public static Path in(Path folder) throws IOException {
    Path file = folder.resolve("key.pem");
    try (InputStream in =
        Objects.requireNonNull(PemKey.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}

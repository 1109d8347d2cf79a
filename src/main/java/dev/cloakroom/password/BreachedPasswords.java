package dev.cloakroom.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * A list of passwords that are known to guessers, in the form in which "Pwned Passwords" gives it
 * away: a directory with a file for each beginning of SHA-1 hashes, such as {@code 5BAA6.txt}, with
 * a line for each hash, {@code 1E4C9B93F3F0682250B6CF8331B7EE68FD8:10434004}. A look-up reads one
 * such file, and nobody is asked. What stands with a count of zero is padding.
 *
 * <p>Immutable and thread-safe.
 *
 * @see <a href="https://haveibeenpwned.com/API/v3#PwnedPasswords">Pwned Passwords, "searching by
 *     range"</a>
 */
public final class BreachedPasswords {
  private static final int BEGINNING = 5;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final Path directory;

  private BreachedPasswords(Path directory) {
    this.directory = directory;
  }

  /**
   * The list in a directory. It may be a part of the whole: where there is no file, nothing is
   * listed.
   *
   * @throws IllegalArgumentException if there is no such directory
   */
  public static BreachedPasswords in(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(
          directory
              + " is no directory. Breached passwords are looked up in a directory with files such"
              + " as 5BAA6.txt.");
    }
    return new BreachedPasswords(directory);
  }

  /**
   * Whether a password is listed.
   *
   * @throws UncheckedIOException if its file cannot be read
   */
  boolean contains(byte[] password) {
    String hash = sha1(password);
    Path file = directory.resolve(hash.substring(0, BEGINNING) + ".txt");
    if (!Files.exists(file)) {
      return false;
    }
    String listed = hash.substring(BEGINNING) + ":";
    try (Stream<String> lines = Files.lines(file)) {
      return lines.anyMatch(line -> line.startsWith(listed) && !line.strip().endsWith(":0"));
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be read", failure);
    }
  }

  /** What the list is made of; nothing is kept by it. */
  private static String sha1(byte[] password) {
    try {
      return HEX.formatHex(MessageDigest.getInstance("SHA-1").digest(password));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-1.", e);
    }
  }
}

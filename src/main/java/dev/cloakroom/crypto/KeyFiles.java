package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files that a key location names. */
final class KeyFiles {
  private static final String CLASSPATH = "classpath:";

  /** No file of keys is near to that; what is larger would be read again and again. */
  private static final int MAX_BYTES = 1 << 20;

  private static final String CHECK_LOCATION =
      "Check the location, and that the server may read it.";

  /** At least two letters, so that {@code C:\keys} is a path. */
  private static final Pattern URL = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*");

  private static final List<String> ENDINGS = List.of(".pem", ".jwk", ".json", ".p12", ".pfx");

  private final ClassLoader resources;

  KeyFiles(ClassLoader resources) {
    this.resources = resources;
  }

  /**
   * One file that should hold keys.
   *
   * @param where its path or resource, for messages
   * @param bytes what is in it
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them, or changes the array
  record KeyFile(String where, byte[] bytes) {
    String text() {
      return new String(bytes, UTF_8);
    }

    @Override
    public String toString() {
      return "KeyFile[" + where + "]";
    }
  }

  /** Whether what a location names may change while the application runs. */
  static boolean isOutside(String location) {
    return !location.startsWith(CLASSPATH);
  }

  /** Returns the files in the order in which their keys count. */
  List<KeyFile> read(String location) {
    if (!isOutside(location)) {
      return List.of(resource(location));
    }
    Path path = path(location);
    return Files.isDirectory(path) ? directory(path) : List.of(file(path));
  }

  private KeyFile resource(String location) {
    String name = location.substring(CLASSPATH.length());
    try (InputStream in =
        resources.getResourceAsStream(name.startsWith("/") ? name.substring(1) : name)) {
      if (in == null) {
        throw new UnusableKeyException(location, "there is no such resource", CHECK_LOCATION);
      }
      return new KeyFile(location, bytes(location, in));
    } catch (IOException e) {
      throw unreadable(location, e);
    }
  }

  private static Path path(String location) {
    try {
      if (location.regionMatches(true, 0, "file:", 0, "file:".length())) {
        return Path.of(URI.create(location));
      }
      if (!URL.matcher(location).matches()) {
        return Path.of(location);
      }
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw new UnusableKeyException(location, "it is not a valid location", CHECK_LOCATION);
    }
    throw new UnusableKeyException(
        location, "only files are read", "Give a path, a file: URL or a classpath: resource.");
  }

  private static List<KeyFile> directory(Path directory) {
    List<KeyFile> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      files.filter(KeyFiles::mayHoldKeys).sorted().forEach(file -> found.add(file(file)));
    } catch (IOException e) {
      throw unreadable(directory.toString(), e);
    } catch (UncheckedIOException e) {
      throw unreadable(directory.toString(), Objects.requireNonNull(e.getCause()));
    }
    if (found.isEmpty()) {
      throw new UnusableKeyException(
          directory.toString(),
          "the directory holds no *.pem, *.jwk, *.json, *.p12 or *.pfx file",
          UnusableKeyException.MAKE_A_KEY);
    }
    return found;
  }

  private static boolean mayHoldKeys(Path file) {
    String name = file.getFileName().toString();
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static KeyFile file(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new UnusableKeyException(file.toString(), "it is not a regular file", CHECK_LOCATION);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new KeyFile(file.toString(), bytes(file.toString(), in));
    } catch (NoSuchFileException e) {
      throw new UnusableKeyException(file.toString(), "there is no such file", CHECK_LOCATION);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  private static byte[] bytes(String where, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new UnusableKeyException(
          where, "it has more than " + MAX_BYTES + " bytes", CHECK_LOCATION);
    }
    return bytes;
  }

  private static UnusableKeyException unreadable(String where, IOException cause) {
    String problem = "it cannot be read (" + cause.getClass().getSimpleName() + ")";
    return new UnusableKeyException(where, problem, CHECK_LOCATION);
  }
}

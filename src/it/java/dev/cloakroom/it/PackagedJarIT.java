package dev.cloakroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in the JAR, and that it runs with nothing beside it. Needs no server. */
class PackagedJarIT {

  private static final Path JAR = Path.of(System.getProperty("cloakroom.jar"));

  private static final int MOST_RELOCATED = 600;
  private static final String BOUNCY_CASTLE = "dev/cloakroom/shaded/bouncycastle/";

  /** As a class file names one. */
  private static final Pattern BOUNCY_CASTLE_CLASS =
      Pattern.compile(BOUNCY_CASTLE + "[A-Za-z0-9_/$]+");

  /** That of RFC 7517, appendix A.2. */
  private static final String PRIVATE_KEY =
      """
      {"kty":"EC","crv":"P-256",
       "x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
       "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
       "d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"}
      """;

  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(JAR.toFile());
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void entries_areOursOrRelocatedOrDescriptions() {
    assertThat(names())
        .allMatch(name -> name.startsWith("dev/cloakroom/") || name.startsWith("META-INF/"));
  }

  @Test
  void entries_areEachThereOnce() {
    assertThat(names()).doesNotHaveDuplicates();
  }

  @Test
  void relocatedLibraries_areThere() {
    assertThat(names())
        .contains(
            "dev/cloakroom/shaded/nimbus/jose/jwk/JWKSet.class",
            "dev/cloakroom/shaded/caffeine/cache/Caffeine.class",
            "dev/cloakroom/shaded/bouncycastle/crypto/generators/Argon2BytesGenerator.class",
            "dev/cloakroom/shaded/bouncycastle/crypto/generators/BCrypt.class",
            "dev/cloakroom/shaded/qrcodegen/QrCode.class");
  }

  /** Each costs time whenever an application starts, used or not. */
  @Test
  void relocatedLibraries_haveNoMoreThanWeLeadTo() {
    assertThat(names())
        .filteredOn(name -> name.startsWith("dev/cloakroom/shaded/"))
        .hasSizeLessThan(MOST_RELOCATED)
        .noneMatch(name -> name.endsWith("/caffeine/cache/SILSMWAWR.class"))
        .noneMatch(name -> name.endsWith("/nimbus/jwt/SignedJWT.class"))
        .noneMatch(name -> name.startsWith(BOUNCY_CASTLE + "jce/"));
  }

  /**
   * They would read PEM and certificates by it, with more of it than we ever had. We read keys in
   * PEM by ourselves, and those of a JWK without either.
   */
  @Test
  void classesThatLackBouncyCastle_areThoseOfNimbusThatReadWhatWeDoNotGiveIt() {
    assertThat(names())
        .filteredOn(name -> name.endsWith(".class") && !name.startsWith(BOUNCY_CASTLE))
        .filteredOn(name -> BOUNCY_CASTLE_CLASS.matcher(text(name)).results().anyMatch(this::lacks))
        .containsExactlyInAnyOrder(
            "dev/cloakroom/shaded/nimbus/jose/jwk/ECKey.class",
            "dev/cloakroom/shaded/nimbus/jose/jwk/PEMEncodedKeyParser.class",
            "dev/cloakroom/shaded/nimbus/jose/util/X509CertChainUtils.class");
  }

  private boolean lacks(MatchResult mentioned) {
    return jar.getEntry(mentioned.group() + ".class") == null;
  }

  @Test
  void descriptions_ofTheLibrariesThatTheyCameFrom_areNotThere() {
    assertThat(names())
        .noneMatch(name -> name.endsWith("module-info.class"))
        .noneMatch(name -> name.startsWith("META-INF/versions/"))
        .noneMatch(name -> name.startsWith("META-INF/proguard/"))
        .noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA)"))
        .noneMatch(name -> name.matches("META-INF/maven/(?!dev\\.cloakroom/).*"));
  }

  @Test
  void licences_areThere() throws IOException {
    assertThat(text("META-INF/LICENSE")).contains("Apache License");
    assertThat(text("META-INF/NOTICE"))
        .contains("Nimbus", "Caffeine", "Gson", "JCIP", "Bouncy Castle", "QR Code");
  }

  @Test
  void manifest_namesTheModule_andAsksForTheOptionalApi() throws IOException {
    Attributes manifest = jar.getManifest().getMainAttributes();

    assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo("dev.cloakroom");
    assertThat(manifest.getValue("Dependencies"))
        .isEqualTo("org.eclipse.microprofile.jwt.auth.api optional");
    assertThat(manifest.getValue("Multi-Release")).isNull();
  }

  @Test
  void ourEntries_carryTheTimeOfTheRelease_soThatTheJarIsReproducible() {
    LocalDateTime release =
        LocalDateTime.ofInstant(
            Instant.parse(System.getProperty("cloakroom.timestamp")), ZoneOffset.UTC);

    assertThat(jar.stream())
        .filteredOn(entry -> !entry.getName().startsWith("dev/cloakroom/shaded/"))
        .extracting(JarEntry::getTimeLocal)
        .containsOnly(release);
  }

  @Test
  void relocatedCache_expiresAndIsBounded() throws Exception {
    try (URLClassLoader alone = alone()) {
      RelocatedCache cache = RelocatedCache.of(alone, 2);

      cache.put("first", "coat");
      assertThat(cache.get("first")).isEqualTo("coat");

      cache.advance(RelocatedCache.LIFETIME);
      assertThat(cache.get("first")).isNull();

      List.of("a", "b", "c", "d").forEach(key -> cache.put(key, "coat"));
      assertThat(cache.size()).isEqualTo(2L);
    }
  }

  @Test
  void relocatedKeys_areReadAndWritten() throws Exception {
    try (URLClassLoader alone = alone()) {
      RelocatedKeys keys = RelocatedKeys.parse(alone, "{\"keys\":[" + PRIVATE_KEY + "]}");

      assertThat(keys.publicText())
          .contains("P-256", "MKBCTNIcKUSDii11ySs3526i")
          .doesNotContain("\"d\"");
      assertThatThrownBy(() -> RelocatedKeys.parse(alone, "{\"keys\":[{}]}"))
          .hasRootCauseInstanceOf(ParseException.class);
    }
  }

  /** The JAR and the JDK: none of the libraries under their own names. */
  private static URLClassLoader alone() throws IOException {
    return new URLClassLoader(
        new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  private List<String> names() {
    return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
  }

  private String text(String name) {
    try (var in = jar.getInputStream(jar.getJarEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.cloakroom.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which package may import which, in the order in which they are listed. */
public record PackageMap(Map<String, Set<String>> imports) {

  public static final String ROOT = "dev.cloakroom";

  /** An import of one package by another, and the sentence that says where. */
  public record Edge(String from, String to, String where) {

    public static Edge of(Dependency dependency) {
      return new Edge(
          name(dependency.getOriginClass()),
          name(dependency.getTargetClass().getBaseComponentType()),
          dependency.getDescription());
    }
  }

  /** Reads lines of the form {@code package : what it may import}. */
  public static PackageMap parse(String table) {
    Map<String, Set<String>> imports = new LinkedHashMap<>();
    table
        .lines()
        .map(line -> line.split(":", 2))
        .forEach(row -> imports.put(row[0].strip(), words(row[1])));
    return new PackageMap(Collections.unmodifiableMap(imports));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.strip().split(" +"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A package as the map calls it: without the common beginning. */
  public static String name(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "root" : name.substring(ROOT.length() + 1);
  }

  public Set<String> packages() {
    return imports.keySet();
  }

  public Set<String> importsOf(String name) {
    return imports.getOrDefault(name, Set.of());
  }

  public boolean allows(Edge edge) {
    return importsOf(edge.from()).contains(edge.to());
  }
}

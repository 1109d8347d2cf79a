package dev.cloakroom.requirements;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The requirements, and for each the tests that are tagged with its id. A tag counts on a test that
 * runs, or on a class of tests; on a disabled test it proves nothing.
 *
 * @param requirements text by id, in the order of the list
 * @param proofs names of tests by id
 */
public record RequirementCoverage(
    Map<String, String> requirements, Map<String, ? extends Set<String>> proofs) {

  private static final Pattern REQUIREMENT = Pattern.compile("(?m)^- \\*\\*(\\w+)\\*\\* (.+)$");
  private static final Pattern ID = Pattern.compile("[A-Z][0-9]{1,2}");
  private static final Set<String> OTHER_TESTS = Set.of("TestFactory", "TestTemplate");

  /** A test that is tagged with an id. */
  record Proof(String id, String test) {}

  /** Run in the project's folder. Fails when a tag names an id that is not on the list. */
  public static void main(String... arguments) throws IOException {
    RequirementCoverage coverage = ofProject();
    new PrintStream(System.out, true, StandardCharsets.UTF_8).print(coverage.report());
    if (!coverage.unknown().isEmpty()) {
      System.exit(1);
    }
  }

  static RequirementCoverage ofProject() throws IOException {
    return of(
        Files.readString(Path.of("src", "docs", "requirements.md")),
        sources(Path.of("src", "test"), Path.of("src", "it")));
  }

  /** What these sources prove of the requirements in this list. */
  static RequirementCoverage of(String list, List<String> sources) {
    Map<String, Set<String>> proofs = new TreeMap<>();
    proofsIn(sources)
        .forEach(
            proof -> proofs.computeIfAbsent(proof.id(), id -> new TreeSet<>()).add(proof.test()));
    return new RequirementCoverage(requirementsIn(list), proofs);
  }

  static Map<String, String> requirementsIn(String list) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher requirement = REQUIREMENT.matcher(list);
    while (requirement.find()) {
      found.put(requirement.group(1), requirement.group(2));
    }
    return found;
  }

  /** All by one compiler: to make one takes longer than to read a source. */
  static List<Proof> proofsIn(List<String> sources) {
    List<JavaFileObject> files = sources.stream().map(RequirementCoverage::file).toList();
    JavacTask parser =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, files);
    TaggedTests tests = new TaggedTests();
    try {
      tests.scan(parser.parse(), "");
    } catch (IOException e) {
      throw new IllegalStateException("a source in memory cannot be read", e);
    }
    return tests.found;
  }

  /** Tags that look like ids and are on no list: a slip of the pen would prove nothing. */
  Set<String> unknown() {
    Set<String> ids = new TreeSet<>(proofs.keySet());
    ids.removeAll(requirements.keySet());
    return ids;
  }

  String report() {
    long proven = requirements.keySet().stream().filter(proofs::containsKey).count();
    Stream<String> lines = requirements.keySet().stream().map(this::line);
    Stream<String> slips = unknown().stream().map(id -> id + " is not a requirement: " + tests(id));
    String total =
        "%d of %d proven, %d not yet"
            .formatted(proven, requirements.size(), requirements.size() - proven);
    return Stream.of(lines, slips, Stream.of("", total))
        .flatMap(part -> part)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String line(String id) {
    return proofs.containsKey(id)
        ? id + " proven by " + tests(id)
        : id + " not yet: " + requirements.get(id);
  }

  private String tests(String id) {
    Set<String> tests = proofs.get(id);
    return tests == null ? "" : String.join(", ", tests);
  }

  private static List<String> sources(Path... folders) throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
          sources.add(Files.readString(file));
        }
      }
    }
    return sources;
  }

  private static JavaFileObject file(String source) {
    return new SimpleJavaFileObject(URI.create("memory:///Test.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  /** Walks a parsed source and notes tests and classes that are tagged with an id. */
  private static final class TaggedTests extends TreeScanner<Object, String> {

    private final Deque<String> classes = new ArrayDeque<>();
    private final List<Proof> found = new ArrayList<>();

    @Override
    public Object visitClass(ClassTree type, String context) {
      if (isDisabled(type.getModifiers())) {
        return context;
      }
      classes.addLast(type.getSimpleName().toString());
      note(type.getModifiers(), String.join(".", classes));
      super.visitClass(type, context);
      classes.removeLast();
      return context;
    }

    @Override
    public Object visitMethod(MethodTree method, String context) {
      ModifiersTree modifiers = method.getModifiers();
      if (isTest(modifiers) && !isDisabled(modifiers)) {
        note(modifiers, String.join(".", classes) + "." + method.getName());
      }
      return context;
    }

    private void note(ModifiersTree modifiers, String test) {
      Tags tags = new Tags();
      tags.scan(modifiers, false);
      tags.ids.forEach(id -> found.add(new Proof(id, test)));
    }

    private static boolean isDisabled(ModifiersTree modifiers) {
      return names(modifiers).anyMatch("Disabled"::equals);
    }

    private static boolean isTest(ModifiersTree modifiers) {
      return names(modifiers).anyMatch(name -> name.endsWith("Test") || OTHER_TESTS.contains(name));
    }

    private static Stream<String> names(ModifiersTree modifiers) {
      return modifiers.getAnnotations().stream().map(Tags::simpleName);
    }
  }

  /** Collects the ids in {@code @Tag("…")}, alone or inside {@code @Tags}. */
  private static final class Tags extends TreeScanner<Object, Boolean> {

    private final List<String> ids = new ArrayList<>();

    @Override
    public Object visitAnnotation(AnnotationTree annotation, Boolean insideTag) {
      scan(annotation.getArguments(), simpleName(annotation).equals("Tag"));
      return insideTag;
    }

    @Override
    public Object visitLiteral(LiteralTree literal, Boolean insideTag) {
      if (insideTag && literal.getValue() instanceof String id && ID.matcher(id).matches()) {
        ids.add(id);
      }
      return insideTag;
    }

    static String simpleName(AnnotationTree annotation) {
      String name = annotation.getAnnotationType().toString();
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }
}

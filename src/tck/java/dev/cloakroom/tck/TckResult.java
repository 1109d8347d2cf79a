package dev.cloakroom.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says how many tests of the TCK passed, and fails a run in which others did than should. */
public final class TckResult {
  private static final int ALL = 206;

  /** Of role mapping: the TCK's own suite leaves them out. */
  private static final String MORE = "testNeedsGroup1Mapping";

  private static final int ALL_MORE = 2;

  private static final Pattern TEST = Pattern.compile("<test-method\\b[^>]*>");
  private static final Pattern NAME =
      Pattern.compile("signature=\"([^(]*)\\([^\"]*instance:([^\"@]*)");

  private TckResult() {}

  /** Takes the server, and the results as TestNG writes them. */
  public static void main(String... serverAndFile) throws IOException {
    List<String> tests =
        TEST.matcher(Files.readString(Path.of(serverAndFile[1])))
            .results()
            .map(found -> found.group())
            .filter(test -> !test.contains("is-config=\"true\""))
            .toList();
    List<String> passed = tests.stream().filter(test -> test.contains("\"PASS\"")).toList();
    long more = passed.stream().filter(test -> test.contains(MORE)).count();
    List<String> notPassed =
        tests.stream()
            .filter(test -> !passed.contains(test))
            .map(TckResult::name)
            .sorted()
            .toList();
    notPassed.forEach(test -> print("Not passed: " + test));
    print(
        "MicroProfile JWT TCK 2.1 on %s: %s of %s tests passed, and %s of %s that its suite leaves out."
            .formatted(serverAndFile[0], passed.size() - more, ALL, more, ALL_MORE));
    if (tests.size() != ALL + ALL_MORE
        || !notPassed.equals(Server.named(serverAndFile[0]).notPassed())) {
      throw new IllegalStateException("Not the tests of the TCK passed that should have.");
    }
  }

  private static String name(String test) {
    Matcher name = NAME.matcher(test);
    return name.find() ? name.group(2) + "." + name.group(1) : test;
  }

  private static void print(String line) {
    System.out.println(line);
  }
}

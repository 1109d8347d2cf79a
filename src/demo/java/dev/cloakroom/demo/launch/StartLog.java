package dev.cloakroom.demo.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Payara Micro has written to its log, searched for the reason why something does not start.
 *
 * @param text the log, with or without colours
 */
record StartLog(String text) {
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
  private static final Pattern READY = Pattern.compile("Payara Micro .* ready in ");

  /** The first line of an entry. */
  private static final Pattern HEAD =
      Pattern.compile(
          "\\[\\d{4}-[^]]*] \\[[^]]*] \\[(?<level>\\w+)] \\[[^]]*] \\[(?<logger>[^]]*)]"
              + " .*?\\[levelValue: \\d+] (?<rest>.*)");

  private static final int MOST_LINES = 20;

  /** One entry; its lines begin with what is said and go on with an exception, if there is one. */
  private record Entry(String level, String logger, List<String> lines) {

    boolean isSevere() {
      return level.equals("SEVERE");
    }

    boolean isAlarming() {
      return isSevere() || level.equals("WARNING");
    }

    /** What is said, and of an exception the first cause. */
    Stream<String> inShort() {
      List<String> said = lines.stream().takeWhile(line -> !isOfStack(line)).toList();
      Stream<String> causes = lines.stream().filter(line -> line.startsWith("Caused by: "));
      return Stream.concat(said.stream(), causes.reduce((first, last) -> last).stream());
    }

    private static boolean isOfStack(String line) {
      return line.startsWith("\tat ") || line.startsWith("Caused by: ");
    }
  }

  /** Whether the server has deployed all that it was told to, as far as it could. */
  boolean saysReady() {
    return READY.matcher(plain()).find();
  }

  /** Why the application does not start: what Cloakroom says, else what the server does. */
  String refusal() {
    String ours = all(entry -> entry.isSevere() && entry.logger().startsWith("dev.cloakroom"));
    return ours.isEmpty() ? all(Entry::isSevere) : ours;
  }

  /** What the store of login sessions has to complain of. */
  String troubleOfStore() {
    return all(entry -> entry.isAlarming() && entry.logger().startsWith("dev.cloakroom.store"));
  }

  /** At most what fits onto a screen. */
  private String all(Predicate<Entry> wanted) {
    return entries().stream()
        .filter(wanted)
        .flatMap(Entry::inShort)
        .distinct()
        .limit(MOST_LINES)
        .collect(Collectors.joining("\n"));
  }

  private String plain() {
    return COLOUR.matcher(text).replaceAll("");
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (String line : plain().lines().toList()) {
      Matcher head = HEAD.matcher(line);
      if (head.matches()) {
        entries.add(new Entry(head.group("level"), head.group("logger"), new ArrayList<>()));
        add(head.group("rest"), entries);
      } else {
        add(line, entries);
      }
    }
    return entries;
  }

  /** An entry of several lines stands between brackets, its first line shifted. */
  private static void add(String line, List<Entry> entries) {
    boolean isFrame = line.isBlank() || line.equals("[[") || line.equals("]]");
    if (!entries.isEmpty() && !isFrame) {
      String inside = line.endsWith("]]") ? line.substring(0, line.length() - 2) : line;
      entries
          .get(entries.size() - 1)
          .lines()
          .add(inside.startsWith("\t") ? inside : inside.strip());
    }
  }
}

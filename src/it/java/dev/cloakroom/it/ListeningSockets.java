package dev.cloakroom.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets on which one process of this machine listens, as Linux tells in {@code /proc}. */
final class ListeningSockets {
  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  /** In hexadecimal, byte by byte backwards: 127.x.x.x, the same within IPv6, and ::1. */
  private static final String LOOPBACK = "[0-9A-F]{6}7F|0{16}FFFF0000[0-9A-F]{6}7F|0{24}01000000";

  private final List<Socket> sockets;

  private record Socket(String address, int port, String inode) {

    static Socket of(String line) {
      String[] fields = line.trim().split("\\s+", -1);
      String[] local = fields[LOCAL_ADDRESS].split(":", -1);
      return new Socket(local[0], Integer.parseInt(local[1], 16), fields[INODE]);
    }

    static boolean isListening(String line) {
      return line.trim().split("\\s+", -1)[STATE].equals(LISTENING);
    }

    String link() {
      return "socket:[" + inode + "]";
    }
  }

  private ListeningSockets(List<Socket> sockets) {
    this.sockets = sockets;
  }

  static ListeningSockets ofTheProcessBehind(int port) throws IOException {
    List<Socket> all = all();
    Set<String> wanted =
        all.stream()
            .filter(socket -> socket.port() == port)
            .map(Socket::link)
            .collect(Collectors.toSet());
    for (Path process : processes()) {
      Set<String> links = links(process);
      if (links.stream().anyMatch(wanted::contains)) {
        return new ListeningSockets(
            all.stream().filter(socket -> links.contains(socket.link())).toList());
      }
    }
    throw new IllegalStateException("no process of this user listens on port " + port);
  }

  List<Integer> ports() {
    return sockets.stream().map(Socket::port).toList();
  }

  /** Those that other machines can reach. */
  List<String> open() {
    return sockets.stream()
        .filter(socket -> !socket.address().matches(LOOPBACK))
        .map(socket -> socket.address() + ":" + socket.port())
        .toList();
  }

  private static List<Socket> all() throws IOException {
    List<Socket> all = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      Files.readAllLines(PROC.resolve("net").resolve(table)).stream()
          .skip(1)
          .filter(Socket::isListening)
          .map(Socket::of)
          .forEach(all::add);
    }
    return all;
  }

  private static List<Path> processes() throws IOException {
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries.filter(entry -> entry.getFileName().toString().matches("[0-9]+")).toList();
    }
  }

  /** What the process has open; nothing where it has ended meanwhile or is another user's. */
  private static Set<String> links(Path process) {
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      return open.map(ListeningSockets::target).collect(Collectors.toSet());
    } catch (IOException gone) {
      return Set.of();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closed) {
      return "";
    }
  }
}

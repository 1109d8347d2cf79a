package dev.cloakroom.cdi;

/** Where an application lives on its server, in words: the server's root is a slash. */
final class ContextPath {

  private ContextPath() {}

  static String inWords(String contextPath) {
    return contextPath.isEmpty() ? "/" : contextPath;
  }
}

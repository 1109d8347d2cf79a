package dev.cloakroom.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.http.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * {@code GET /cloakroom.js}: an ECMAScript module by which pages log in and out and send requests
 * that stay logged in, and its types for TypeScript beside it. Browsers keep it, and ask whether it
 * is still the same (RFC 9110, section 13.1.2).
 */
public class ScriptServlet extends EndpointServlet {
  private static final long serialVersionUID = 1L;
  private static final String SUFFIX = ".js";
  private static final String TYPES = ".d.ts";

  private final transient Document module = Document.of("cloakroom" + SUFFIX, "text/javascript");
  private final transient Document types = Document.of("cloakroom" + TYPES, "text/plain");

  private record Document(Answer whole, Answer unchanged, String tag) {

    static Document of(String name, String type) {
      byte[] text = read(name);
      String tag = '"' + digest(text) + '"';
      return new Document(
          kept(Answer.of(200).text(type + ";charset=UTF-8", new String(text, UTF_8)), tag),
          kept(Answer.of(304), tag),
          tag);
    }

    private static Answer kept(Answer answer, String tag) {
      return answer.with("Cache-Control", "no-cache").with("ETag", tag);
    }

    Answer answer(HttpServletRequest request) {
      String known = request.getHeader("If-None-Match");
      return known != null && known.contains(tag) ? unchanged : whole;
    }
  }

  /** Made by the container. */
  public ScriptServlet() {
    on("GET", (request, response) -> asked(request).answer(request));
  }

  /** Where the types of the module at a path are. */
  public static String types(String module) {
    return module.substring(0, module.length() - SUFFIX.length()) + TYPES;
  }

  private Document asked(HttpServletRequest request) {
    return request.getServletPath().endsWith(TYPES) ? types : module;
  }

  private static byte[] read(String name) {
    try (InputStream resource = ScriptServlet.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(resource, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String digest(byte[] text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

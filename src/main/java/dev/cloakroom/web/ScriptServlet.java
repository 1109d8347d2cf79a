package dev.cloakroom.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.http.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
      String text = read(name);
      String tag = '"' + Base64Url.encode(SecretHash.of(text).toBytes()) + '"';
      return new Document(
          kept(Answer.of(200).text(type + ";charset=UTF-8", text), tag),
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

  private static String read(String name) {
    try (InputStream resource = ScriptServlet.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(resource, name).readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package dev.cloakroom.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The module as pages get it. What it does is shown in a browser. */
class ScriptServletTest {
  private static final int LARGEST = 3 * 1024;
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export (?:async )?(?:function|class|const) (\\w+)");

  private static final Pattern MEMBER = Pattern.compile("\\b(\\w+): ");

  private final Endpoints endpoints = new Endpoints(Map.of());

  private FakeResponse get(String path, String... header) {
    FakeRequest request = FakeRequest.get(path);
    if (header.length > 0) {
      request.header(header[0], header[1]);
    }
    return Endpoints.send(endpoints.script, request);
  }

  @Test
  void module_isAScriptThatBrowsersKeep() {
    FakeResponse module = get("/cloakroom.js");

    assertThat(module.getStatus()).isEqualTo(200);
    assertThat(module.getHeader("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
    assertThat(module.getHeader("Cache-Control")).isEqualTo("no-cache");
    assertThat(module.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(module.text()).contains("export async function fetch");
  }

  @Test
  void module_thatABrowserHas_isNotSentAgain() {
    String tag = Objects.requireNonNull(get("/cloakroom.js").getHeader("ETag"));

    assertThat(get("/cloakroom.js", "If-None-Match", "\"x\", W/" + tag).getStatus()).isEqualTo(304);
    assertThat(get("/cloakroom.js", "If-None-Match", "\"x\"").getStatus()).isEqualTo(200);
    assertThat(get("/cloakroom.d.ts").getHeader("ETag")).isNotEqualTo(tag);
  }

  @Test
  void module_isSmall() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream compressed = new GZIPOutputStream(bytes)) {
      compressed.write(get("/cloakroom.js").text().getBytes(UTF_8));
    }

    assertThat(bytes.size()).isLessThan(LARGEST);
  }

  /** Neither names what the other does not. */
  @Test
  void types_areThoseOfTheModule() {
    String types = get("/cloakroom.d.ts").text();

    assertThat(EXPORT.matcher(get("/cloakroom.js").text()).results())
        .extracting(found -> found.group(1))
        .containsExactlyInAnyOrderElementsOf(
            EXPORT.matcher(types).results().map(found -> found.group(1)).toList());
    assertThat(types).contains("export interface LoggedIn");
  }

  /** What the module hands on is what the endpoints say. */
  @Test
  void typeOfWhoIsLoggedIn_namesEachMember() {
    JsonObject who =
        Endpoints.json(
            Endpoints.send(
                endpoints.session,
                Endpoints.by(endpoints.app.browserLogin("alice"), FakeRequest.get("/session"))));
    String types = get("/cloakroom.d.ts").text();
    String type = types.substring(0, types.indexOf("export class"));

    assertThat(MEMBER.matcher(type).results())
        .extracting(found -> found.group(1))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(who, who.getJsonObject("user"), who.getJsonObject("session"))
                .flatMap(part -> part.keySet().stream())
                .toList());
  }

  @Test
  void anythingElse_isNoMethodOfIt() {
    assertThat(Endpoints.send(endpoints.script, FakeRequest.post("/cloakroom.js")).getStatus())
        .isEqualTo(405);
  }
}

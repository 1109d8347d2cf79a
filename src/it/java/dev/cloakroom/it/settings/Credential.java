package dev.cloakroom.it.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.it.probe.ProbeClient;
import jakarta.json.JsonObject;
import java.util.Base64;
import java.util.List;

/**
 * What a client shows, as a forger sees it: parts with dots between them.
 *
 * @param text all of it
 */
record Credential(String text) {

  List<String> parts() {
    return List.of(text.split("\\.", -1));
  }

  /** A part that is JSON in base64url. */
  JsonObject json(int part) {
    return ProbeClient.parse(new String(Base64.getUrlDecoder().decode(parts().get(part)), UTF_8));
  }

  /** The same with other JSON in a part. */
  String with(int part, String json) {
    String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    return text.replace(parts().get(part), encoded);
  }

  /** The same with one other character, in the middle of a part. */
  String changedIn(int part) {
    String before = String.join(".", parts().subList(0, part));
    int middle = parts().get(part).length() / 2;
    return changedAt(before.length() + (part == 0 ? 0 : 1) + middle);
  }

  private String changedAt(int at) {
    char other = text.charAt(at) == '1' ? '2' : '1';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  /** Its first parts. */
  String cutAfter(int parts) {
    return String.join(".", parts().subList(0, parts));
  }

  /** The same without its last character. */
  String cut() {
    return text.substring(0, text.length() - 1);
  }
}

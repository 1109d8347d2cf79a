package dev.cloakroom.it;

import java.util.Arrays;
import java.util.List;

/** A {@code Set-Cookie} header as it came. */
record ReceivedCookie(String header) {

  /** Name and value, as a {@code Cookie} header sends them back. */
  String pair() {
    return parts().get(0);
  }

  String name() {
    return pair().substring(0, pair().indexOf('='));
  }

  String value() {
    return pair().substring(pair().indexOf('=') + 1);
  }

  /** The attributes in their order, such as {@code Path=/}. */
  List<String> attributes() {
    return parts().subList(1, parts().size());
  }

  /** The names of the attributes in their order. */
  List<String> attributeNames() {
    return attributes().stream().map(attribute -> attribute.split("=", 2)[0]).toList();
  }

  private List<String> parts() {
    return Arrays.asList(header.split("; ", -1));
  }
}

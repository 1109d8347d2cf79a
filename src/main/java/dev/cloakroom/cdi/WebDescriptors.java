package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.config.Setting;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.servlet.ErrorPages;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What an application's {@code web.xml} and the fragments in its libraries say that no server can
 * be asked for: which errors they have pages for, and where FORM authentication has its pages. What
 * cannot be read says nothing, which is logged. Used by one thread.
 */
final class WebDescriptors {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");
  private static final String DESCRIPTOR = "/WEB-INF/web.xml";
  private static final String FRAGMENT = "META-INF/web-fragment.xml";

  private final Map<String, String> formPages = new HashMap<>();
  private final Set<Integer> statuses = new HashSet<>();
  private final Set<String> failures = new HashSet<>();
  private ErrorPages.Reach reach = ErrorPages.Reach.NAMED;

  private WebDescriptors() {}

  /** Reads those of an application. */
  static WebDescriptors of(ServletContext application) {
    WebDescriptors found = new WebDescriptors();
    try (InputStream descriptor = application.getResourceAsStream(DESCRIPTOR)) {
      found.read(descriptor);
      ClassLoader loader = application.getClassLoader();
      for (URL fragment : Collections.list(loader.getResources(FRAGMENT))) {
        found.read(fragment);
      }
    } catch (IOException | XMLStreamException | NumberFormatException unreadable) {
      LOG.log(
          WARNING,
          "What the web.xml says of pages for errors and of FORM pages is not used.",
          unreadable);
    }
    return found;
  }

  /** The pages of FORM authentication that they name, as settings. */
  SettingsSource formPages() {
    return SettingsSource.of("form-login-config in the web.xml", formPages);
  }

  /** The pages for errors that they name. */
  ErrorPages errorPages() {
    return new ErrorPages(statuses, failures, reach);
  }

  private void read(URL fragment) throws IOException, XMLStreamException {
    try (InputStream opened = fragment.openStream()) {
      read(opened);
    }
  }

  private void read(@Nullable InputStream descriptor) throws XMLStreamException {
    if (descriptor == null) {
      return;
    }
    XMLStreamReader xml = parser().createXMLStreamReader(descriptor);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT) {
        readElement(xml);
      }
    }
  }

  private void readElement(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "error-page" -> readErrorPage(xml);
      case "form-login-page" -> formPages.put(Setting.LOGIN_PAGE.key(), text(xml));
      case "form-error-page" -> formPages.put(Setting.LOGIN_ERROR_PAGE.key(), text(xml));
      default -> {
        // Servers can be asked for the rest, or it is none of our business.
      }
    }
  }

  private static String text(XMLStreamReader xml) throws XMLStreamException {
    return xml.getElementText().strip();
  }

  /** The server's or ours makes no difference; one that the application brings could. */
  private static XMLInputFactory parser() {
    XMLInputFactory parser = XMLInputFactory.newDefaultFactory();
    parser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    parser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return parser;
  }

  /** One for a status, for an exception, or for all that has none. */
  private void readErrorPage(XMLStreamReader xml) throws XMLStreamException {
    boolean isForAll = true;
    while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
      String element = xml.getLocalName();
      String text = text(xml);
      isForAll &= element.equals("location");
      if (element.equals("error-code")) {
        statuses.add(Integer.valueOf(text));
      } else if (element.equals("exception-type")) {
        failures.add(text);
      }
    }
    if (isForAll) {
      reach = ErrorPages.Reach.ALL;
    }
  }
}

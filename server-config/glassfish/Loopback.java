import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Has a GlassFish that is stopped listen on 127.0.0.1 only, from its next start on: every listener's
 * address, and no JMX connector, which opens a further port on all addresses. Usage:
 *
 * <pre>java Loopback.java glassfish/domains/domain1/config/domain.xml</pre>
 */
class Loopback {
  private static final String LOOPBACK = "127.0.0.1";

  /** By element, what its start tag must say. For JMS, localhost means every address. */
  private static final Map<String, Map<String, String>> WANTED =
      Map.of(
          "network-listener", Map.of("address", LOOPBACK),
          "iiop-listener", Map.of("address", LOOPBACK),
          "jms-host", Map.of("host", LOOPBACK),
          "jmx-connector", Map.of("enabled", "false"));

  /** GlassFish adds what a domain.xml lacks, and would add this one for every address. */
  private static final String JMS =
      "<jms-service type=\"EMBEDDED\" default-jms-host=\"default_JMS_host\">"
          + "<jms-host name=\"default_JMS_host\" host=\"127.0.0.1\" port=\"${JMS_PROVIDER_PORT}\"/>"
          + "</jms-service>";

  private static final Pattern SERVER_CONFIG =
      Pattern.compile("(<config name=\"server-config\"[^>]*>)(.*?</config>)", Pattern.DOTALL);

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("Usage: java Loopback.java <path of the domain.xml>");
    }
    Path domain = Path.of(arguments[0]);
    String xml = withJms(Files.readString(domain));
    for (String element : WANTED.keySet()) {
      xml = withAttributes(xml, element);
    }
    Files.writeString(domain, xml);
  }

  private static String withJms(String xml) {
    return SERVER_CONFIG
        .matcher(xml)
        .replaceFirst(
            config ->
                config.group(2).contains("<jms-service")
                    ? Matcher.quoteReplacement(config.group())
                    : Matcher.quoteReplacement(config.group(1) + JMS + config.group(2)));
  }

  private static String withAttributes(String xml, String element) {
    Matcher tags = Pattern.compile("<" + element + "(\\s[^>]*?)(\\s*/?>)").matcher(xml);
    if (!tags.find()) {
      throw new IllegalArgumentException("The file has no " + element + ": is it a domain.xml?");
    }
    return tags.replaceAll(
        tag ->
            Matcher.quoteReplacement("<" + element + wanted(element, tag.group(1)) + tag.group(2)));
  }

  private static String wanted(String element, String attributes) {
    String result = attributes;
    for (Map.Entry<String, String> attribute : WANTED.get(element).entrySet()) {
      result = result.replaceAll("\\s" + attribute.getKey() + "=\"[^\"]*\"", "");
      result += " " + attribute.getKey() + "=\"" + attribute.getValue() + "\"";
    }
    return result;
  }
}

package dev.cloakroom.it.probe.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Knows everybody whose name begins with {@code user}, {@code admin}, {@code staff} or {@code odd};
 * the password is the name after {@code pw-}. Fails for names that begin with {@code broken}. Who
 * is called {@code user-with-500-groups} is in 500 more groups, or in as many as the name says.
 */
@ApplicationScoped
public class ProbeIdentityStore implements IdentityStore {
  private static final Pattern MANY_GROUPS = Pattern.compile("user-with-([0-9]{1,3})-groups");

  private final Set<String> disabled = ConcurrentHashMap.newKeySet();

  void disable(String name) {
    disabled.add(name);
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    return credential instanceof UsernamePasswordCredential login
            && !disabled.contains(login.getCaller())
        ? validate(login.getCaller(), login.getPasswordAsString())
        : CredentialValidationResult.NOT_VALIDATED_RESULT;
  }

  private static CredentialValidationResult validate(String name, String password) {
    if (name.startsWith("broken")) {
      throw new IllegalStateException("the probe's store is told to fail");
    }
    return name.matches("(?s)(user|admin|staff|odd).*") && password.equals("pw-" + name)
        ? new CredentialValidationResult(name, groups(name))
        : CredentialValidationResult.INVALID_RESULT;
  }

  private static Set<String> groups(String name) {
    Matcher many = MANY_GROUPS.matcher(name);
    if (many.matches()) {
      return manyGroups(Integer.parseInt(many.group(1)));
    }
    return name.startsWith("admin") ? Set.of("user", "admin") : Set.of("user");
  }

  private static Set<String> manyGroups(int more) {
    return Stream.concat(
            Stream.of("user"),
            IntStream.range(0, more).mapToObj("one-of-very-many-groups-%03d"::formatted))
        .collect(Collectors.toSet());
  }
}

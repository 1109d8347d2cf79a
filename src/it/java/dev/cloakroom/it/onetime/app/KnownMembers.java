package dev.cloakroom.it.onetime.app;

import dev.cloakroom.readme.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everybody whose name begins with {@code member}, in whatever case it is typed: their passwords,
 * which are {@code pw-} and their name until they change them, and the links they were sent last.
 */
@ApplicationScoped
public class KnownMembers implements Members, IdentityStore {
  private final Map<String, String> passwords = new ConcurrentHashMap<>();
  private final Map<String, String> links = new ConcurrentHashMap<>();

  /** Found by its parameter's type. */
  public CredentialValidationResult validate(UsernamePasswordCredential login) {
    return named(login.getCaller())
        .filter(name -> password(name).equals(login.getPasswordAsString()))
        .map(name -> new CredentialValidationResult(name, groups(name)))
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }

  @Override
  public Optional<String> named(String typed) {
    return Optional.of(typed.toLowerCase(Locale.ROOT)).filter(name -> name.startsWith("member"));
  }

  private String password(String name) {
    return passwords.getOrDefault(name, "pw-" + name);
  }

  @Override
  public Set<String> groups(String name) {
    return Set.of("user");
  }

  @Override
  public void changePassword(String name, String password) {
    passwords.put(name, password);
  }

  @Override
  public void mail(String name, String link) {
    links.put(name, link);
  }

  String lastLink(String name) {
    return links.getOrDefault(name, "");
  }
}

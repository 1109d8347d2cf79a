package dev.cloakroom.cdi;

import dev.cloakroom.access.RequiredProof;
import dev.cloakroom.access.RuleSearch;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.web.ProofFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The servlets of an application whose classes ask for a proof: a filter stands before each, by its
 * name, so that it does not matter how a request is led there. Safe for use by several threads.
 */
final class ProofServlets {
  private final ServletContext application;
  private final Map<String, Class<?>> guarded = new ConcurrentHashMap<>();
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  ProofServlets(ServletContext application) {
    this.application = application;
  }

  /** Puts the filters before those that there are. */
  void guard(LoginPage page) {
    for (ServletRegistration servlet : application.getServletRegistrations().values()) {
      known.add(servlet.getName());
      Class<?> type = type(servlet);
      RequiredProof proof = type == null ? RequiredProof.NONE : RuleSearch.proof(type);
      if (type != null && proof.isAsked() && isBefore(servlet.getName(), proof, page)) {
        guarded.put(servlet.getName(), type);
      }
    }
  }

  private boolean isBefore(String servlet, RequiredProof proof, LoginPage page) {
    FilterRegistration.Dynamic filter =
        application.addFilter(
            ProofFilter.class.getName() + " " + servlet, new ProofFilter(proof, page));
    if (filter == null) {
      return false;
    }
    filter.setAsyncSupported(true);
    filter.addMappingForServletNames(EnumSet.allOf(DispatcherType.class), false, servlet);
    return true;
  }

  /** The classes of the servlets that a filter stands before. */
  Collection<Class<?>> classes() {
    return Set.copyOf(new HashSet<>(guarded.values()));
  }

  /** Those that were registered later, when no filter could be any more; in words, a line each. */
  List<String> late() {
    return application.getServletRegistrations().values().stream()
        .filter(servlet -> !guarded.containsKey(servlet.getName()))
        .filter(servlet -> asksForProof(servlet) || mayAskForProof(servlet))
        .map(
            servlet ->
                servlet.getName()
                    + " is a servlet that was registered by the program, so that no filter stands"
                    + " before it, and asks for a proof or may do so. Register it by @WebServlet or in the"
                    + " web.xml.")
        .sorted()
        .toList();
  }

  private boolean asksForProof(ServletRegistration servlet) {
    Class<?> type = type(servlet);
    return type != null && RuleSearch.proof(type).isAsked();
  }

  /** Of one that came later, and whose class no one can tell, where servlets do ask for proofs. */
  private boolean mayAskForProof(ServletRegistration servlet) {
    return servlet.getClassName() == null
        && !guarded.isEmpty()
        && !known.contains(servlet.getName());
  }

  /** Null for one of a page, and of the server's own classes, which are no affair of ours. */
  private @Nullable Class<?> type(ServletRegistration servlet) {
    String name = servlet.getClassName();
    try {
      return name == null ? null : Class.forName(name, false, application.getClassLoader());
    } catch (ClassNotFoundException | LinkageError ofTheServer) {
      return null;
    }
  }
}

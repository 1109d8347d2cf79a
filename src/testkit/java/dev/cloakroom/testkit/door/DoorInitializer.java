package dev.cloakroom.testkit.door;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.cdi.RefusedStart;
import dev.cloakroom.cdi.Sources;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens the door in an application that says it is under test, by {@code cloakroom-testkit=on} or a
 * secret there. Any other that the kit has got into does not start: whoever finds the door is
 * anybody.
 */
public final class DoorInitializer implements ServletContainerInitializer {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  /** The setting; no setting of Cloakroom's, which knows nothing of the kit. */
  static final String SETTING = "cloakroom-testkit";

  /** Made by the container. */
  public DoorInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> found, ServletContext application)
      throws ServletException {
    DoorKey key =
        DoorKey.of(Sources.of(application).value(SETTING))
            .orElseThrow(() -> RefusedStart.of(notMeant(), application));
    LOG.log(
        WARNING,
        "THE TEST KIT OF CLOAKROOM IS IN THIS APPLICATION, by {0}: whoever asks {1}{2} from this"
            + " machine{3} is logged in as anybody. A proxy or port forward on this machine opens"
            + " that to all who reach it. Never serve this to others.",
        SETTING,
        application.getContextPath(),
        DoorServlet.PATH,
        key.isNeeded() ? ", with the secret," : "");
    application
        .addServlet(DoorServlet.class.getName(), DoorServlet.class)
        .addMapping(DoorServlet.PATH, DoorServlet.PATH + "/*");
  }

  private static IllegalStateException notMeant() {
    return new IllegalStateException(
        "The test kit of Cloakroom is in this application (the JAR with the classifier testkit, in"
            + " WEB-INF/lib), by which everybody could be logged in as anybody. Take it out; in an"
            + " application that only tests see, set "
            + SETTING
            + "=on, or a secret there of at least 16 printable characters of ASCII, without spaces.");
  }
}

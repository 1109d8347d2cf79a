package dev.cloakroom.it.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a server is told to take an application in or to let it go. Nothing waits here. */
interface Deployments {

  /** Begins a deployment. The file is moved away. */
  void put(Path war) throws IOException;

  /**
   * What has come of a deployment; null as long as it is under way.
   *
   * @param since what the log has got since the deployment began
   */
  @Nullable Outcome outcome(String war, String since);

  /** Begins to undeploy. */
  void remove(String war) throws IOException;

  /** Whether an application is gone. */
  boolean isGone(String war, String since);

  /** Those that have been put and not removed, whatever has come of them. */
  List<String> present() throws IOException;
}

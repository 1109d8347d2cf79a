package dev.cloakroom.it.nodes;

import dev.cloakroom.it.probe.ProbeWar;
import java.io.IOException;
import java.sql.SQLException;

/** Where servers keep their login sessions together: a process of its own. Must be closed. */
interface BackEnd extends AutoCloseable {

  /** Tells an application to use it, and gives it what it needs for that. */
  void addTo(ProbeWar war);

  /** It is gone at once (SIGKILL). */
  void kill() throws Exception;

  /** It is back, at the same port, with what it has written to its disk. */
  void restart() throws Exception;

  /** It hangs from now on (SIGSTOP). */
  void suspend() throws Exception;

  /** It goes on as if nothing had been (SIGCONT). */
  void resume() throws Exception;

  /** It is in trouble until what this gives is closed; after that it is as before. */
  Ongoing begin(Trouble trouble) throws Exception;

  /** A trouble, until it is closed. */
  interface Ongoing extends AutoCloseable {
    @Override
    void close() throws IOException, SQLException;
  }

  @Override
  void close() throws IOException;
}

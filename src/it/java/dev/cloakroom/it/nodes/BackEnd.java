package dev.cloakroom.it.nodes;

import dev.cloakroom.it.probe.ProbeWar;
import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;

/** Where servers keep their login sessions together: a process of its own. Must be closed. */
public interface BackEnd extends AutoCloseable {

  /** Tells an application to use it, and gives it what it needs for that. */
  void addTo(ProbeWar war);

  /** It is gone at once (SIGKILL). */
  void kill() throws Exception;

  /** It is back, at the same port, with what it has written to its disk. */
  void restart() throws IOException;

  /** It hangs from now on (SIGSTOP). */
  void suspend() throws Exception;

  /** It goes on as if nothing had been (SIGCONT). */
  void resume() throws Exception;

  /** It is in trouble until what this gives is closed; after that it is as before. */
  Ongoing begin(Trouble trouble) throws Exception;

  /** It is gone, and something else listens at its port until the trouble ends. */
  default Ongoing replacedBy(Replacement other) throws Exception {
    kill();
    try {
      Closeable listening = other.open();
      return () -> {
        listening.close();
        restart();
      };
    } catch (IOException | RuntimeException failed) {
      restart();
      throw failed;
    }
  }

  /** Something to listen at a port. */
  interface Replacement {
    Closeable open() throws IOException;
  }

  /** A trouble, until it is closed. */
  interface Ongoing extends AutoCloseable {
    @Override
    void close() throws IOException, SQLException;
  }

  @Override
  void close() throws IOException;
}

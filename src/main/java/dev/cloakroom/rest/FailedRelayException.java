package dev.cloakroom.rest;

import dev.cloakroom.StoreUnavailableException;
import jakarta.ws.rs.ProcessingException;

/**
 * A caller could not be passed on, since nobody can tell now whether their login goes on. Of a kind
 * that clients of Jakarta REST throw on as it is.
 */
public final class FailedRelayException extends ProcessingException {
  private static final long serialVersionUID = 1L;

  FailedRelayException(StoreUnavailableException failed) {
    super(failed.getMessage(), failed);
  }
}

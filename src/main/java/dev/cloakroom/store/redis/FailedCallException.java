package dev.cloakroom.store.redis;

import dev.cloakroom.StoreUnavailableException;

/** That a call of a server failed, and what is known of it. */
final class FailedCallException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Failure failure;

  FailedCallException(Failure failure, RuntimeException cause) {
    super(cause.getMessage(), cause);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }

  StoreUnavailableException unavailable() {
    return new StoreUnavailableException(
        switch (failure) {
          case WRONG_SERVER, REFUSED -> "Redis did not do what it was asked: " + getMessage();
          case UNUSABLE -> String.valueOf(getMessage());
          case UNKNOWN_OUTCOME ->
              "Redis was lost before it answered, what was asked may be done or not: "
                  + getMessage();
        },
        this);
  }
}

package dev.cloakroom.it.cost;

/**
 * What a server has spent, on all that it has done or on one request.
 *
 * @param micros of processors, user and system
 * @param bytes allocated by its threads
 */
record Cost(double micros, double bytes) {

  /** What was spent since, on each of so many. */
  Cost perOne(Cost before, long requests) {
    return new Cost((micros - before.micros) / requests, (bytes - before.bytes) / requests);
  }
}

package dev.cloakroom.it;

/** One run of the server, with all deployments of one class. */
interface ServerRun {

  /** Starts the server and waits until it has deployed, or refused, each WAR. */
  void start() throws Exception;

  /** Stops it; also when it did not start. */
  void stop() throws Exception;

  /**
   * By Arquillian, except where its adapter knows less than the server: Payara Micro's runs one WAR
   * that must start.
   */
  static ServerRun of(Class<?> deploymentHolder) {
    Deployments deployments = new Deployments(deploymentHolder);
    return RunningServer.name().equals("payara-micro") && !deployments.isOneThatStarts()
        ? new PayaraMicroProcess(deployments.archives())
        : new ArquillianRun(deploymentHolder);
  }
}

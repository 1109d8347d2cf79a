package dev.cloakroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo WAR deploys and answers, and only this machine can reach it. */
@OnServer
class SmokeIT {

  private final RunningServer server;

  SmokeIT(RunningServer server) {
    this.server = server;
  }

  @Test
  void publicResource_overHttp_answers() throws Exception {
    assertThat(get(server.http("/api/public")).statusCode()).isEqualTo(200);
  }

  @Test
  void publicResource_overHttps_answers() throws Exception {
    assertThat(get(server.https("/api/public")).statusCode()).isEqualTo(200);
  }

  @Test
  void unknownPath_isNotFound() throws Exception {
    assertThat(get(server.http("/api/no-such-thing")).statusCode()).isEqualTo(404);
  }

  @Test
  void listeners_acceptOnTheLoopbackAddress() {
    assertThat(accepts(InetAddress.getLoopbackAddress(), server.http())).isTrue();
    assertThat(accepts(InetAddress.getLoopbackAddress(), server.https())).isTrue();
  }

  @Test
  void listeners_refuseEveryOtherAddressOfThisMachine() throws Exception {
    assertThat(outerAddresses())
        .noneMatch(address -> accepts(address, server.http()))
        .noneMatch(address -> accepts(address, server.https()));
  }

  private HttpResponse<String> get(URI address) throws Exception {
    return server.client().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private static List<InetAddress> outerAddresses() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }

  private static boolean accepts(InetAddress address, URI base) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, base.getPort()), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

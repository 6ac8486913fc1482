package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.app.Options.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  private static final Options ANY =
      Options.DEFAULTS
          .withMode(Mode.UP)
          .withApiPort(0)
          .withRestPort(0)
          .withGrpcPort(0)
          .withManagementPort(0);

  @Test
  void letsFreePortsPass() {
    assertThatCode(() -> FreePorts.require(ANY)).doesNotThrowAnyException();
  }

  @Test
  void knowsThePortOfTheLinksBeforeTheApplicationRuns() {
    assertThat(FreePorts.api(ANY)).isPositive();
    assertThat(FreePorts.api(ANY.withApiPort(8090))).isEqualTo(8090);
  }

  @Test
  void namesTheTakenPortAndItsOption() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> FreePorts.require(ANY.withGrpcPort(port)))
          .hasMessage(
              "Port %d on 127.0.0.1 can't be had (address already in use):"
                  + " stop what uses it, or choose another with --grpc-port.",
              port);
    }
  }

  @Test
  void namesTheOptionOfAHostThatThereIsNot() {
    assertThatThrownBy(() -> FreePorts.require(ANY.withManagementHost("nowhere.invalid")))
        .hasMessage(
            "There is no host 'nowhere.invalid': give --management-host an address of this"
                + " machine.");
  }

  @Test
  void doesNotMindTheEnginesPortsBesideACluster() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Options cluster = ANY.withProfile(Options.Profile.CAMUNDA).withRestPort(taken.getLocalPort());
      assertThatCode(() -> FreePorts.require(cluster)).doesNotThrowAnyException();
    }
  }

  @Test
  void doesNotMindTheApisPortForTheEngineAlone() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Options alone = ANY.withMode(Mode.ENGINE).withApiPort(taken.getLocalPort());
      assertThatCode(() -> FreePorts.require(alone)).doesNotThrowAnyException();
    }
  }
}

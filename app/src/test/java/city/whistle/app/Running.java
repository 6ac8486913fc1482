package city.whistle.app;

import java.nio.file.Path;

/** A whole Whistle in the test's own process, on any free ports, and the hotline's calls to it. */
final class Running implements AutoCloseable {

  private final Installation installation;
  private final Addresses addresses;
  private final HotlineCalls hotline;

  private Running(Installation installation, Addresses addresses) {
    this.installation = installation;
    this.addresses = addresses;
    this.hotline = new HotlineCalls(addresses);
  }

  static Running on(Path data) {
    return with(Options.DEFAULTS.withMode(Options.Mode.UP).withData(data));
  }

  /** With these options, but on any free ports. */
  static Running with(Options options) {
    Options onFreePorts =
        options.withApiPort(0).withRestPort(0).withGrpcPort(0).withManagementPort(0);
    Installation installation =
        new Installation(onFreePorts, DataDirectory.open(onFreePorts.data()));
    try {
      return new Running(installation, installation.start());
    } catch (RuntimeException e) {
      installation.close();
      throw e;
    }
  }

  Addresses addresses() {
    return addresses;
  }

  String openCase() {
    return hotline.openCase();
  }

  boolean reveals(String number) {
    return hotline.reveals(number);
  }

  @Override
  public void close() {
    installation.close();
  }
}

package city.whistle.workers.inlet;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives Tomcat its bounds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InletSettings.class)
class InletServer {

  /**
   * A form of a page: ten thousand characters are four times as many bytes, and thrice that as a
   * form sends them.
   */
  private static final int FORM_BYTES = 256 * 1024;

  /** How long nothing may come on a connection on which something is awaited. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> bounds(InletSettings settings) {
    return bounds(settings, System::nanoTime);
  }

  /**
   * @param nanos time that passes as it does, also where the city's clock is set
   */
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> bounds(
      InletSettings settings, LongSupplier nanos) {
    return server -> {
      server.setProtocol(BoundedConnections.class.getName());
      server.addEngineValves(new Inlet(settings, nanos));
      server.addContextCustomizers(
          context ->
              ((StandardHost) context.getParent())
                  .setErrorReportValveClass(ProblemReports.class.getName()));
      server.addConnectorCustomizers(
          connector -> {
            connector.setMaxPostSize(FORM_BYTES);
            BoundedConnections protocol = (BoundedConnections) connector.getProtocolHandler();
            protocol.setConnectionTimeout((int) SILENCE.toMillis());
            protocol.setConnectionsPerAddress(settings.connectionsPerAddress());
          });
    };
  }
}

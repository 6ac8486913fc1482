package city.whistle.console.signin;

import city.whistle.console.account.AccountSettings;
import city.whistle.workers.WhistleProperties;
import java.net.URI;
import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.autoconfigure.session.DefaultCookieSerializerCustomizer;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * What follows from the address at which people reach the pages: with https, the session's cookie
 * goes over TLS alone and belongs to this server alone. Which address a request came from, and by
 * which scheme, only known proxies may say.
 */
@Component
class PublicAddress
    implements DefaultCookieSerializerCustomizer,
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final URI url;

  /** Patterns of proxies' addresses. */
  private final List<String> proxies;

  PublicAddress(WhistleProperties properties, AccountSettings settings) {
    this.url = properties.publicUrl();
    this.proxies = settings.trustedProxies().stream().map(ProxyRange::pattern).toList();
  }

  boolean isSecure() {
    return "https".equals(url.getScheme());
  }

  @Override
  public void customize(DefaultCookieSerializer cookie) {
    if (isSecure()) {
      // the prefix makes browsers refuse one from elsewhere, without TLS, or for a part of the site
      cookie.setCookieName("__Host-whistle");
      cookie.setUseSecureCookie(true);
      cookie.setCookiePath("/");
    }
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    if (proxies.isEmpty()) {
      return;
    }
    RemoteIpValve valve = new RemoteIpValve();
    valve.setInternalProxies(String.join("|", proxies));
    valve.setTrustedProxies(null);
    valve.setRemoteIpHeader("X-Forwarded-For");
    valve.setProtocolHeader("X-Forwarded-Proto");
    valve.setHostHeader("X-Forwarded-Host");
    valve.setPortHeader("X-Forwarded-Port");
    server.addEngineValves(valve);
  }
}

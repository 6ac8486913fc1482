package city.whistle.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.console.account.AccountSettings;
import city.whistle.workers.WhistleProperties;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.session.web.http.DefaultCookieSerializer;

class PublicAddressTest {

  private static final String PROXY = "10.1.2.3";

  @Test
  void bindsTheSessionsCookieToTlsAndThisServer() {
    assertThat(cookie("https://whistle.city.example"))
        .startsWith("__Host-whistle=")
        .contains("; Secure", "; Path=/;", "; HttpOnly", "; SameSite=Lax")
        .doesNotContain("Domain");
  }

  @Test
  void leavesTheCookieOfALoopbackAddressWithoutTls() {
    assertThat(cookie("http://127.0.0.1:8090")).doesNotContain("__Host-", "Secure");
  }

  private static String cookie(String publicUrl) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    address(publicUrl).customize(cookie);
    MockHttpServletResponse response = new MockHttpServletResponse();
    cookie.writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "id"));
    return response.getHeader("Set-Cookie");
  }

  @Test
  void believesAKnownProxyWhoAsksAndHow() throws Exception {
    Seen seen = through(PROXY);

    assertThat(seen.address).isEqualTo("203.0.113.9");
    assertThat(seen.secure).isTrue();
  }

  @Test
  void believesNobodyElse() throws Exception {
    Seen seen = through("10.1.2.4");

    assertThat(seen.address).isEqualTo("10.1.2.4");
    assertThat(seen.secure).isFalse();
  }

  @Test
  void believesNobodyWhereNoProxyIsSet() {
    TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();
    address("https://whistle.city.example").customize(server);

    assertThat(server.getEngineValves()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/16, 10.1.255.7, true",
    "10.1.0.0/16, 10.2.0.7, false",
    "10.1.2.0/23, 10.1.3.9, true",
    "10.1.2.0/23, 10.1.4.9, false",
    "10.1.2.3, 10.1.2.30, false",
    "::1, 0:0:0:0:0:0:0:1, true",
    "2001:db8::/32, 2001:db8:0:0:0:0:0:9, true",
    "2001:db8::/32, 2001:db9:0:0:0:0:0:9, false"
  })
  void believesAProxyOfARange(String range, String sender, boolean believed) throws Exception {
    assertThat(through(sender, range).secure).isEqualTo(believed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".*",
        "10.1.2.3/0",
        "10.1.2.3/33",
        "10.1.2.300",
        "10.1.2",
        "2001:db8::/33",
        "proxy.city"
      })
  void takesAddressesAndRangesOfProxiesAlone(String range) {
    assertThatThrownBy(() -> address("https://whistle.city.example", range))
        .hasMessageContaining("whistle.accounts.trusted-proxies names " + range);
  }

  /** What is seen of a request that says that another had asked by https. */
  private static Seen through(String sender) throws Exception {
    return through(sender, PROXY);
  }

  private static Seen through(String sender, String proxies) throws Exception {
    TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();
    address("https://whistle.city.example", proxies).customize(server);
    RemoteIpValve valve = (RemoteIpValve) server.getEngineValves().iterator().next();
    Seen seen = new Seen();
    valve.setNext(seen);
    org.apache.coyote.Request raw = new org.apache.coyote.Request();
    raw.getMimeHeaders().setValue("X-Forwarded-For").setString("203.0.113.9");
    raw.getMimeHeaders().setValue("X-Forwarded-Proto").setString("https");
    raw.remoteAddr().setString(sender);
    Request request = new Request(new Connector());
    request.setCoyoteRequest(raw);
    valve.invoke(request, new Response());
    return seen;
  }

  private static PublicAddress address(String url, String... proxies) {
    return new PublicAddress(
        new WhistleProperties(
            null,
            null,
            URI.create(url),
            null,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            false),
        new AccountSettings(62, Duration.ofHours(12), true, List.of(proxies), null));
  }

  /** Keeps what it was asked, as it was then. */
  private static final class Seen extends ValveBase {

    private String address;
    private boolean secure;

    @Override
    public void invoke(Request request, Response response) {
      address = request.getRemoteAddr();
      secure = request.isSecure();
    }
  }
}

package city.whistle.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.console.account.AccountSettings;
import city.whistle.console.account.OidcSettings;
import city.whistle.workers.WhistleProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;

/** What is said while the identity provider doesn't answer. */
class ProviderAwayTest {

  private OidcProvider provider;

  @BeforeEach
  void nobodyAnswersThere() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    URI issuer = URI.create("http://localhost:" + port + "/city");
    OidcSettings oidc =
        new OidcSettings(issuer, "whistle", "secret", null, "", "preferred_username", false);
    provider =
        new OidcProvider(
            new AccountSettings(62, Duration.ofHours(12), true, List.of(), oidc),
            new WhistleProperties(
                null,
                null,
                URI.create("http://127.0.0.1:8090"),
                null,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                false),
            new ProviderCalls(),
            Clock.systemUTC());
  }

  @Test
  void leadsBackToTheFormWhichSaysIt() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();

    assertThatThrownBy(() -> provider.registration(OidcProvider.ID))
        .isInstanceOfSatisfying(
            AuthenticationServiceException.class, away -> answer(response, away));
    assertThat(response.getRedirectedUrl()).isEqualTo("/sign-in?provider");
  }

  private static void answer(
      MockHttpServletResponse response, AuthenticationServiceException away) {
    try {
      new SignInOutcome(null).onAuthenticationFailure(new MockHttpServletRequest(), response, away);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void letsPeopleSignOutAllTheSame() {
    assertThat(provider.endSession()).isEmpty();
  }
}

package city.whistle.console.signin;

import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/** The strict headers of all pages. */
@Component
class PageHeaders {

  /** Scripts and styles come from our own files alone; frames stay at home. */
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:;"
          + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; form-action 'self'";

  private static final String PERMISSIONS =
      "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";

  private static final Duration TLS_ONLY = Duration.ofDays(365);

  private final OidcProvider provider;
  private final PublicAddress address;

  PageHeaders(OidcProvider provider, PublicAddress address) {
    this.provider = provider;
    this.address = address;
  }

  void write(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .addHeaderWriter(
            (request, response) -> response.setHeader("Content-Security-Policy", contentPolicy()))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
        .httpStrictTransportSecurity(
            tls ->
                tls.maxAgeInSeconds(TLS_ONLY.toSeconds())
                    .includeSubDomains(false)
                    .requestMatcher(request -> address.isSecure() || request.isSecure()));
  }

  /** The form to sign out leads to the provider, too. */
  private String contentPolicy() {
    return CONTENT_POLICY
        + provider.origins().stream()
            .sorted()
            .map(origin -> " " + origin)
            .collect(Collectors.joining());
  }
}

package city.whistle.console.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Sign-in by form, sessions, protection against forged requests, and strict headers, for all but
 * the API, which has its own gate. Who may call what is not decided here but by {@code access}, at
 * the method that answers.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

  static final String SIGN_IN = "/sign-in";

  /** Scripts and styles come from our own files alone; forms and frames stay at home. */
  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:;"
          + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private static final String PERMISSIONS =
      "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";

  @Bean
  SecurityFilterChain pageFilters(HttpSecurity http, SignInOutcome outcome, EndedSession ended)
      throws Exception {
    return http.securityMatcher(PageSecurity::isPage)
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .formLogin(
            form ->
                form.loginPage(SIGN_IN)
                    .usernameParameter("name")
                    .defaultSuccessUrl("/")
                    .failureHandler(outcome))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN))
        .exceptionHandling(
            wrong -> wrong.authenticationEntryPoint(entryPoint()).accessDeniedHandler(ended))
        .csrf(Customizer.withDefaults())
        .headers(PageSecurity::headers)
        .build();
  }

  private static boolean isPage(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.equals("/api") && !path.startsWith("/api/")
        || request.getDispatcherType() == DispatcherType.ERROR;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS));
  }

  /** A part of a page can't be sent to another page: the browser is told to go there as a whole. */
  private static AuthenticationEntryPoint entryPoint() {
    AuthenticationEntryPoint toForm = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
    return (request, response, e) -> {
      if (request.getHeader("HX-Request") == null) {
        toForm.commence(request, response, e);
      } else {
        response.setHeader("HX-Redirect", SIGN_IN);
        response.setStatus(401);
      }
    };
  }
}

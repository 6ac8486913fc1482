package city.whistle.console.signin;

import city.whistle.console.account.AccountSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sign-in by form and by the city's identity provider, sessions, protection against forged
 * requests, and strict headers, for all but the API, which has its own gate. Who may call what is
 * not decided here but by {@code access}, at the method that answers.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

  static final String SIGN_IN = "/sign-in";
  static final String SIGN_OUT = "/sign-out";

  private static final ProblemDetail UNREADABLE =
      ProblemDetail.forStatusAndDetail(
          HttpStatus.BAD_REQUEST,
          "the address can't be read: a path has no semicolon, double slash, .. nor control"
              + " character, and none of them in percent-encoding");

  @Bean
  SecurityFilterChain pageFilters(
      HttpSecurity http,
      SignedIn signedIn,
      SignInOutcome outcome,
      SignedOut signedOut,
      EndedSession ended,
      RequestCache wanted,
      PageHeaders headers,
      ProviderSignIn provider,
      AccountSettings settings,
      Clock clock)
      throws Exception {
    http.securityMatcher(PageSecurity::isPage)
        .addFilterBefore(new SessionLimit(settings, clock), SecurityContextHolderFilter.class)
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .requestCache(cache -> cache.requestCache(wanted))
        .formLogin(
            form ->
                form.loginPage(SIGN_IN)
                    .usernameParameter("name")
                    .successHandler(signedIn)
                    .failureHandler(outcome))
        .logout(
            out ->
                out.logoutUrl(SIGN_OUT).addLogoutHandler(signedOut).logoutSuccessHandler(signedOut))
        .exceptionHandling(
            wrong -> wrong.authenticationEntryPoint(entryPoint()).accessDeniedHandler(ended))
        .csrf(Customizer.withDefaults())
        .headers(headers::write);
    provider.addTo(http);
    return http.build();
  }

  /** Of an address that is turned away before any call is asked, the API tells as of anything. */
  @Bean
  RequestRejectedHandler turnedAway(ObjectMapper json) {
    RequestRejectedHandler pages = new HttpStatusRequestRejectedHandler();
    return (request, response, e) -> {
      if (isPage(request)) {
        pages.handle(request, response, e);
      } else {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), UNREADABLE);
      }
    };
  }

  private static boolean isPage(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.equals("/api") && !path.startsWith("/api/")
        || request.getDispatcherType() == DispatcherType.ERROR;
  }

  /** Pages that somebody wanted before he signed in; parts of pages and streams are none. */
  @Bean
  RequestCache wantedPages() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(
        request ->
            HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && accepts(request, "text/html"));
    return cache;
  }

  /** The path at which the browser is. */
  private static String pageOf(HttpServletRequest request) {
    String url = request.getHeader("HX-Current-URL");
    UriComponents page = UriComponentsBuilder.fromUriString(url == null ? "" : url).build();
    String path = page.getPath() == null ? "" : page.getPath();
    if (!path.startsWith("/") || path.startsWith("//")) {
      return SIGN_IN;
    }
    return page.getQuery() == null ? path : path + "?" + page.getQuery();
  }

  private static boolean accepts(HttpServletRequest request, String type) {
    String accept = request.getHeader("Accept");
    return accept == null || accept.contains(type) || accept.contains("*/*");
  }

  /**
   * A part of a page can't be sent to another page: the browser is told to load its page anew,
   * which then asks to sign in.
   */
  private static AuthenticationEntryPoint entryPoint() {
    LoginUrlAuthenticationEntryPoint toForm = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
    // what a proxy before us is called, the browser knows best
    toForm.setFavorRelativeUris(true);
    return (request, response, e) -> {
      if (request.getHeader("HX-Request") == null) {
        toForm.commence(request, response, e);
      } else {
        response.setHeader("HX-Redirect", pageOf(request));
        response.setStatus(401);
      }
    };
  }
}

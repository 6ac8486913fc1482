package city.whistle.console.signin;

import city.whistle.console.access.CurrentPerson;
import city.whistle.console.access.OpenToAll;
import city.whistle.console.account.Accounts;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Languages;
import city.whistle.console.layout.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Keeps the choice of a language: with the account, and in the browser for the time before sign-in.
 */
@Controller
class LanguageController {

  private static final Duration KEPT = Duration.ofDays(365);

  private final CurrentPerson current;
  private final Accounts accounts;
  private final PublicAddress address;

  LanguageController(CurrentPerson current, Accounts accounts, PublicAddress address) {
    this.address = address;
    this.current = current;
    this.accounts = accounts;
  }

  @PostMapping("/language")
  @OpenToAll
  Answer choose(
      @RequestParam String language,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    Languages.of(language)
        .ifPresent(
            chosen -> {
              current.in(request).ifPresent(p -> accounts.chooseLanguage(p.id(), language));
              response.addHeader(HttpHeaders.SET_COOKIE, cookie(language));
            });
    return Redirect.to(isOurs(back) ? back : "/");
  }

  /** A path of this server and nothing that a browser takes for another one's address. */
  private static boolean isOurs(String path) {
    return path.matches("/([A-Za-z0-9._~-][A-Za-z0-9._~/?&=%:-]*)?");
  }

  private String cookie(String language) {
    return ResponseCookie.from(Languages.COOKIE, language)
        .path("/")
        .maxAge(KEPT)
        .httpOnly(true)
        .secure(address.isSecure())
        .sameSite("Lax")
        .build()
        .toString();
  }
}

package city.whistle.console.account;

import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in by name and password. The session keeps the name alone: who somebody is and what he may
 * do is read anew at each request, so that a change counts at once.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

  private final Accounts accounts;
  private final Passwords passwords;
  private final SignInFailures failures;
  private final AddressAttempts addresses;
  private final AccountSettings settings;

  PasswordSignIn(
      Accounts accounts,
      Passwords passwords,
      SignInFailures failures,
      AddressAttempts addresses,
      AccountSettings settings) {
    this.settings = settings;
    this.addresses = addresses;
    this.accounts = accounts;
    this.passwords = passwords;
    this.failures = failures;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    if (!settings.passwordSignIn()) {
      throw new BadCredentialsException("people sign in by the provider alone");
    }
    String name = attempt.getName().strip().toLowerCase(Locale.ROOT);
    String password = String.valueOf(attempt.getCredentials());
    String address = address(attempt);
    if (addresses.areTooMany(address) || failures.lock(name).isPresent()) {
      throw new LockedException("too many wrong attempts");
    }
    if (!passwords.matches(password, accounts.passwordHash(name))) {
      failures.failed(name);
      addresses.failed(address);
      throw new BadCredentialsException("name or password is wrong");
    }
    failures.succeeded(name);
    return UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
  }

  private static String address(Authentication attempt) {
    return attempt.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "";
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}

package city.whistle.console.account;

import org.springframework.security.authentication.AuthenticationServiceException;

/** So many passwords are being compared that this one wasn't looked at. */
public class PasswordsBusy extends AuthenticationServiceException {

  private static final long serialVersionUID = 1;

  PasswordsBusy() {
    super("too many sign in at once");
  }
}

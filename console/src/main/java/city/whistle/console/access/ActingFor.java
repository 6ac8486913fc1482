package city.whistle.console.access;

import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** For whom somebody acts who stands in for others, so that logs say "X for Y". */
@Component
public class ActingFor {

  private static final String CLIENT = "console:";
  private static final String FOR = ":for:";
  private static final String USED = ActingFor.class.getName();

  private final Accounts accounts;
  private final Access access;

  ActingFor(Accounts accounts, Access access) {
    this.accounts = accounts;
    this.access = access;
  }

  /** The name by which the registry's log knows who asks. */
  static String client(String personId, String lender) {
    return CLIENT + personId + (lender == null ? "" : FOR + lender);
  }

  /** For whom this client asked; empty for oneself, and for another program's client. */
  public static Optional<String> ofClient(String clientId) {
    int at = clientId == null || !clientId.startsWith(CLIENT) ? -1 : clientId.indexOf(FOR);
    return at < 0 ? Optional.empty() : Optional.of(clientId.substring(at + FOR.length()));
  }

  /** Keeps, for the time of this request, by whose role it was let through. */
  void uses(HttpServletRequest request, Person person, Right right) {
    if (right != Right.OWN_ACCOUNT) {
      access.lender(person, right).ifPresent(lender -> request.setAttribute(USED, lender));
    }
  }

  /**
   * For whom the person does something now: whose role let this request through, or whose unit's
   * case it is.
   *
   * @param caseNumber null where it is of no case
   */
  public Optional<String> now(String personId, String caseNumber) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    Object used =
        request == null ? null : request.getAttribute(USED, RequestAttributes.SCOPE_REQUEST);
    return used instanceof String lender ? Optional.of(lender) : ofCase(personId, caseNumber);
  }

  private Optional<String> ofCase(String personId, String caseNumber) {
    return Optional.ofNullable(caseNumber)
        .flatMap(number -> accounts.find(personId).flatMap(one -> access.callerFor(one, number)))
        .flatMap(caller -> ofClient(caller.clientId()));
  }
}

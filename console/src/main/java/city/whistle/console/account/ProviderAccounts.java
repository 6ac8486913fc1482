package city.whistle.console.account;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose account it is when the identity provider says who somebody is: by the subject to which it
 * was bound, at the first sign-in by the user's name. What he may do is never taken from the
 * provider.
 */
@Component
@Transactional
public class ProviderAccounts {

  private static final String ID = "[a-z0-9][a-z0-9._-]{1,39}";
  private static final int NAME_MAX = 60;

  private final JdbcClient jdbc;
  private final Accounts accounts;

  ProviderAccounts(JdbcClient jdbc, Accounts accounts) {
    this.jdbc = jdbc;
    this.accounts = accounts;
  }

  /**
   * @param creates whether an account is made where there is none
   */
  public Match match(Claimed claimed, boolean creates) {
    return bound(claimed).orElseGet(() -> byName(claimed, creates));
  }

  private Optional<Match> bound(Claimed claimed) {
    return jdbc.sql(
            """
            select id, disabled_at is not null from console.person
            where provider_issuer = ? and provider_subject = ?\
            """)
        .params(claimed.issuer(), claimed.subject())
        .query((row, n) -> row.getBoolean(2) ? Match.DISABLED : Match.of(row.getString(1)))
        .optional();
  }

  /** The first administrator's account is nobody's, so no name claims it. */
  private Match byName(Claimed claimed, boolean creates) {
    String id = claimed.userName().strip().toLowerCase(Locale.ROOT);
    if (!id.matches(ID) || id.equals(FirstAdministrator.ID)) {
      return Match.NONE;
    }
    if (accounts.account(id).isEmpty()) {
      if (!creates) {
        return Match.NONE;
      }
      accounts.create(id, name(claimed, id));
    }
    if (accounts.find(id).isEmpty()) {
      return Match.DISABLED;
    }
    return bind(id, claimed) ? Match.of(id) : Match.NONE;
  }

  private static String name(Claimed claimed, String id) {
    String name = claimed.name() == null ? "" : claimed.name().strip();
    return name.isEmpty() || name.length() > NAME_MAX ? id : name;
  }

  /** False where the account is somebody else's at the provider. */
  private boolean bind(String id, Claimed claimed) {
    return jdbc.sql(
                """
                update console.person set provider_issuer = ?, provider_subject = ?
                where id = ? and provider_subject is null\
                """)
            .params(claimed.issuer(), claimed.subject(), id)
            .update()
        == 1;
  }

  /** Whether the account is bound to somebody at a provider. */
  public boolean isBound(String id) {
    return jdbc.sql("select provider_subject is not null from console.person where id = ?")
        .param(id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** The next who signs in at the provider by the account's name is bound to it. */
  public void release(String id) {
    jdbc.sql(
            "update console.person set provider_issuer = null, provider_subject = null where id = ?")
        .param(id)
        .update();
  }

  /**
   * Who the provider says it is.
   *
   * @param userName empty where it doesn't tell one
   * @param name how he is called; null where it doesn't tell
   */
  public record Claimed(String issuer, String subject, String userName, String name) {}

  /**
   * Whose account it is.
   *
   * @param id null where nobody signs in
   * @param problem last part of a message's key; null where somebody signs in
   */
  public record Match(String id, String problem) {

    public static final Match NONE = new Match(null, "noAccount");
    public static final Match DISABLED = new Match(null, "disabled");

    static Match of(String id) {
      return new Match(id, null);
    }
  }
}

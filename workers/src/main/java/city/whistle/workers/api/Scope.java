package city.whistle.workers.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a client may do; a client has any of them. The wire name is the lower-case name. */
public enum Scope {
  /** Open cases; pass on that a resident urges, adds something or withdraws. */
  INTAKE,
  /** See cases, timelines and the organisation: nothing of a resident. */
  READ,
  /** Blow whistles without a case. */
  WHISTLE,
  /** Report patrols; keep lanes, who answers for them, and how they were scored. */
  PATROL,
  /** Ask that cases be left out of a month's figures, and appeal against them. */
  ASSESS,
  /** See a resident's data, each time with a reason. */
  REVEAL,
  /** Destroy a closed case's key. */
  ERASE,
  /** See messages that nobody got, and have them tried again. */
  SUPERVISE,
  /** Change models, decision tables and forms. */
  MODELS,
  /** Bring and fetch organisation, rota and catalogue as files. */
  ORGANISATION,
  /** See who saw a resident's data. */
  AUDIT,
  /** Let clients in and shut them out. */
  ADMIN;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Scope> of(String wireName) {
    return Arrays.stream(values()).filter(scope -> scope.wireName().equals(wireName)).findFirst();
  }
}

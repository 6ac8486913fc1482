package city.whistle.console.intake;

import city.whistle.workers.request.StorableText;

/**
 * What the agent has filled in so far, as it was sent; empty where nothing was. Carries personal
 * data: never logged, never in an address.
 *
 * @param ticket the form's own number, so that it opens one case, however often it is sent
 * @param where district or sub-district, as people say it
 * @param words by which the category is looked for
 * @param categoryCode {@code none} where the agent found none, empty before he has looked
 * @param repeatOf number of the case about the same matter; empty for none
 * @param emergency {@code yes}, {@code no}, or empty where nobody has said
 * @param special why it isn't dispatched as usual: the signal's name
 * @param foreseen what the page foretold when the form was sent, see {@link Outlook#token}
 */
record IntakeForm(
    String ticket,
    String where,
    String address,
    String words,
    String categoryCode,
    String repeatOf,
    String kind,
    String title,
    String content,
    String name,
    String phone,
    String email,
    String language,
    String confidential,
    String accused,
    String emergency,
    String emergencyLine,
    String special,
    String foreseen) {

  private static final String YES = "yes";

  IntakeForm {
    ticket = code(ticket);
    where = said(where);
    address = said(address);
    words = said(words);
    categoryCode = code(categoryCode);
    repeatOf = code(repeatOf);
    kind = kind == null || kind.isEmpty() ? "complaint" : code(kind);
    title = said(title);
    content = said(content);
    name = said(name);
    phone = said(phone);
    email = said(email);
    language = code(language);
    confidential = code(confidential);
    accused = said(accused);
    emergency = code(emergency);
    emergencyLine = code(emergencyLine);
    special = code(special);
    foreseen = said(foreseen);
  }

  static IntakeForm empty(String ticket) {
    return new IntakeForm(
        ticket, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null);
  }

  /** Whether the agent found no category, so that the dispatchers look for one. */
  boolean isUncategorised() {
    return categoryCode.equals("none");
  }

  /** Null where none is chosen. */
  String category() {
    return categoryCode.isEmpty() || isUncategorised() ? null : categoryCode;
  }

  boolean isReport() {
    return kind.equals("report");
  }

  boolean isConfidential() {
    return confidential.equals(YES);
  }

  boolean confirmsEmergency() {
    return emergency.equals(YES);
  }

  boolean overrulesEmergency() {
    return emergency.equals("no");
  }

  /** As it was said; what the registry can't keep it refuses, and says so at its field. */
  private static String said(String text) {
    return text == null ? "" : text;
  }

  /** What the page itself offers; anything else was never chosen. */
  private static String code(String text) {
    return text != null && text.length() <= 40 && StorableText.holds(text) ? text : "";
  }

  /** Shows nothing of its content. */
  @Override
  public String toString() {
    return "IntakeForm[" + ticket + "]";
  }
}

package city.whistle.console.intake;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The form, with what is known of the matter so far.
 *
 * @param places all districts and sub-districts by name, to choose from while typing
 * @param dial the number found in what the caller said; null for none
 * @param asksEmergency whether the agent must say if it is an emergency
 * @param searched whether similar cases were looked for: place and category are known
 * @param outlook null where place or category isn't known yet
 */
public record IntakePage(
    Fields form,
    List<String> places,
    List<String> kinds,
    List<String> specials,
    List<String> lines,
    List<String> languages,
    String dial,
    List<Choice> categories,
    boolean asksEmergency,
    boolean searched,
    List<Like> similar,
    Outlook outlook,
    Problems problems)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** What is filled in. */
  public record Fields(
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
      boolean confidential,
      String accused,
      String emergency,
      String emergencyLine,
      String special) {

    static Fields of(IntakeForm form) {
      return new Fields(
          form.ticket(),
          form.where(),
          form.address(),
          form.words(),
          form.categoryCode(),
          form.repeatOf(),
          form.kind(),
          form.title(),
          form.content(),
          form.name(),
          form.phone(),
          form.email(),
          form.language(),
          form.isConfidential(),
          form.accused(),
          form.emergency(),
          form.emergencyLine(),
          form.special());
    }
  }

  /** A category that was found, with the names of the levels above it. */
  public record Choice(String code, String name, String above) {}

  /**
   * An open case that may be about the same matter.
   *
   * @param state last part of its message's key
   * @param same whether address or title are the same
   * @param alike whether they share at least half of their words
   */
  public record Like(
      String number,
      String title,
      String state,
      String owner,
      OffsetDateTime receivedAt,
      boolean same,
      boolean alike) {}
}

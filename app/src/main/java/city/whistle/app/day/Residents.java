package city.whistle.app.day;

import city.whistle.app.day.Letters.Letter;
import city.whistle.app.day.Story.Answer;
import city.whistle.app.example.CaseApi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Residents who are asked by a link: some follow it, most of them in time. */
final class Residents {

  private static final String LINK_LETTER = "callbackLink";
  private static final Pattern TOKEN = Pattern.compile("/callback/([A-Za-z0-9_-]+)");
  private static final int GONE = 410;

  /** Hours until who follows his link does; after three days it is too late. */
  private static final double SOONEST = 0.1;

  private static final double LATEST = 78;

  private final CaseApi api;
  private final Chance chance;
  private final Ledger ledger;
  private final Agenda agenda;
  private final Supplier<Instant> now;

  Residents(CaseApi api, Chance chance, Ledger ledger, Agenda agenda, Supplier<Instant> now) {
    this.api = api;
    this.chance = chance;
    this.ledger = ledger;
    this.agenda = agenda;
    this.now = now;
  }

  /** They decide whether and when they answer. */
  void read(List<Letter> letters) {
    for (Letter letter : letters) {
      ledger.count("letters");
      if (letter.kind().equals(LINK_LETTER)) {
        asked(letter);
      }
    }
  }

  private void asked(Letter letter) {
    Story story = ledger.about("case:" + letter.number()).orElseThrow();
    Matcher token = TOKEN.matcher(letter.text());
    if (!token.find()) {
      ledger.refused(letter.number(), "its link's letter has no link");
      return;
    }
    int time = story.asked();
    ledger.count("links");
    if (chance.is(Shares.LINK_FOLLOWED, story.caller().index(), "link/" + time)) {
      double hours = chance.between(SOONEST, LATEST, story.caller().index(), "linkAfter/" + time);
      String link = token.group(1);
      agenda.add(
          now.get().plus(Duration.ofMinutes((long) (60 * hours))),
          () -> answer(story, link, "byLink/" + time));
    }
  }

  private void answer(Story story, String token, String purpose) {
    Map<String, Object> said = Opinions.of(chance, story, purpose);
    try {
      api.answer(token, said);
    } catch (CaseApi.Refused e) {
      if (e.status() != GONE) {
        throw e;
      }
      ledger.count("tooLate");
      return;
    }
    ledger.answered(story, Answer.of(now.get(), said));
    ledger.count("byLink");
  }
}

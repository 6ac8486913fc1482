package city.whistle.console.whistles;

import city.whistle.console.casepage.CasePage.Line;
import city.whistle.console.casepage.CasePage.WhistleBox;
import city.whistle.console.layout.Page;
import city.whistle.console.whistles.WhistlesPage.Card;
import java.util.List;

/**
 * One whistle.
 *
 * @param path of this page
 * @param box who was called, signed, came, and what was agreed
 * @param adds whether the person may have one unit more summoned
 * @param lines what happened, newest first; null where the case's page tells it
 * @param whole whether these are all lines
 */
public record WhistlePage(
    String path, Card card, WhistleBox box, boolean adds, List<Line> lines, boolean whole)
    implements Page {}

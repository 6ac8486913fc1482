package city.whistle.console.matters;

import city.whistle.console.layout.Page;
import city.whistle.console.matters.MattersPage.CaseLink;
import city.whistle.console.matters.MattersPage.Row;
import java.util.List;

/**
 * One burst with its cases.
 *
 * @param note why it was decided so; null while it is open
 */
public record MatterPage(Row matter, String note, List<CaseLink> cases) implements Page {}

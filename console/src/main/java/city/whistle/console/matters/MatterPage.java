package city.whistle.console.matters;

import city.whistle.console.layout.Page;
import city.whistle.console.matters.MattersPage.CaseLink;
import city.whistle.console.matters.MattersPage.Row;
import java.util.List;

/**
 * One burst with its cases.
 *
 * @param note why it was decided so; null while it is open
 * @param hint whether it asked for a theme
 * @param theme month of the theme whose proposals took it up; null while it waits
 */
public record MatterPage(Row matter, String note, boolean hint, String theme, List<CaseLink> cases)
    implements Page {}

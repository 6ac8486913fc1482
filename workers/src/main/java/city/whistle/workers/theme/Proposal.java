package city.whistle.workers.theme;

import java.util.List;

/**
 * A category that a month's theme could take up, with the figures that speak for it.
 *
 * @param requests of the months looked at
 * @param earlier mean of the same months of earlier years; null where nothing is known of them
 * @param growth requests by {@code earlier}, less one; null as well
 * @param season requests of the theme's month in earlier years by a mean month's; null as well
 * @param answered callbacks that were answered
 * @param unsettled share of them that said partly or not settled; null without any
 * @param streets sub-districts that it came from
 * @param cells cells of the public grid, of cases in public space alone
 * @param places the sub-districts with most requests
 * @param hint who asked for it: number of a matter, or month and problem of a theme that goes on;
 *     null where the figures alone did
 */
public record Proposal(
    String categoryCode,
    String categoryName,
    ThemeKind kind,
    int requests,
    Double earlier,
    Double growth,
    Double season,
    int answered,
    Double unsettled,
    int streets,
    int cells,
    List<Place> places,
    String hint) {

  /** A sub-district with how many of the requests came from it. */
  public record Place(String code, String name, int requests) {}
}

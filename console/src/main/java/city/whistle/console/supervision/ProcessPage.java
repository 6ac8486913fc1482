package city.whistle.console.supervision;

import city.whistle.console.layout.Page;
import city.whistle.console.supervision.ProcessesPage.Version;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A process: its drawing, with how many stand where and how long steps take, and the same as a
 * table.
 *
 * @param id last part of its message's key
 * @param name as the model calls it
 * @param drawing what the island shows
 * @param steps those at which something is or was
 * @param looked how many instances the times come from
 * @param all how many began in the period
 */
public record ProcessPage(
    String id,
    String name,
    int version,
    List<Version> versions,
    Drawing drawing,
    List<Step> steps,
    List<Period> periods,
    int looked,
    long all,
    OffsetDateTime timesAsOf)
    implements Page {

  /**
   * A drawing for the island.
   *
   * @param xml the BPMN file
   * @param xmlEnglish the same with its elements' English names
   * @param marks what to mark, as JSON
   */
  public record Drawing(String xml, String xmlEnglish, String marks) {}

  /**
   * A step.
   *
   * @param kind last part of its message's key
   * @param running how many instances stand there
   * @param instances path of the list of them
   * @param incidents how many can't go on there
   * @param hindered path of the list of them
   * @param count how many times were measured; 0 where none
   * @param median null where none was measured
   */
  public record Step(
      String id,
      String name,
      String kind,
      long running,
      String instances,
      long incidents,
      String hindered,
      int count,
      Duration median,
      Duration nineOfTen) {}

  /** A period that times can be shown for. */
  public record Period(int days, String path, boolean chosen) {}
}

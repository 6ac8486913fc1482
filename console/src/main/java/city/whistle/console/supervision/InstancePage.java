package city.whistle.console.supervision;

import city.whistle.console.layout.Page;
import city.whistle.console.supervision.ProcessPage.Drawing;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One process instance: where it stands, how it came there, and what it knows.
 *
 * @param process last part of its message's key
 * @param name of the process as the model calls it
 * @param processPath of the process's version
 * @param state last part of its message's key
 * @param ended null while it runs
 * @param number of its case; null where it is of none
 * @param title null where it is of no case
 * @param callers those that called it, the outermost first
 * @param leftOut how many steps at the beginning are not told
 * @param elsewhere keys of sentences that say what isn't offered here, and why
 * @param acts what the person may do
 * @param asOf when all this was read
 */
public record InstancePage(
    long key,
    String process,
    String name,
    int version,
    String processPath,
    String state,
    OffsetDateTime began,
    OffsetDateTime ended,
    String number,
    String title,
    List<Other> callers,
    List<Other> called,
    Drawing drawing,
    List<Part> path,
    int leftOut,
    List<Hindrance> incidents,
    List<Work> jobs,
    List<Value> variables,
    List<String> acts,
    List<String> elsewhere,
    OffsetDateTime asOf)
    implements Page {

  /** Whether the person may do anything to it. */
  public boolean isActedOn() {
    return !acts.isEmpty();
  }

  /**
   * Another instance.
   *
   * @param process last part of its message's key
   * @param state last part of its message's key; null where that isn't told
   */
  public record Other(long key, String process, String name, String state) {}

  /**
   * Steps that followed each other: one that people know, or some that the program did by itself.
   */
  public record Part(boolean system, List<Step> steps) {}

  /**
   * A step of the path.
   *
   * @param kind last part of its message's key
   * @param state last part of its message's key
   * @param took null while it isn't over
   * @param by name of who has or had its task; null for nobody
   * @param late by how much its task's limit was or is passed; null where it wasn't
   */
  public record Step(
      String id,
      String name,
      String kind,
      String state,
      boolean hindered,
      OffsetDateTime began,
      Duration took,
      String by,
      Duration late) {}

  /** What keeps it from going on, in the engine's own words. */
  public record Hindrance(
      String step, String name, String kind, String words, OffsetDateTime since) {}

  /**
   * A job that isn't done.
   *
   * @param state last part of its message's key
   * @param worker empty where nobody has it
   * @param words why it failed; null where it didn't
   */
  public record Work(
      String type,
      String step,
      String name,
      String state,
      int retries,
      String worker,
      String words) {}

  /**
   * A variable.
   *
   * @param step id of the element that it is seen in; null where it is seen in all
   * @param value as JSON, the beginning of it
   * @param cut whether there is more of it
   */
  public record Value(
      long key, String name, String step, String stepName, String value, boolean cut) {}
}

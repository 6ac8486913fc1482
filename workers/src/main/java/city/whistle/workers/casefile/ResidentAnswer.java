package city.whistle.workers.casefile;

/**
 * Variable {@code answer}: what the resident said when called back; all but {@code answered} are
 * null without a valid answer.
 *
 * @param settled {@code settled}, {@code partly} or {@code not}
 * @param satisfied {@code satisfied}, {@code basically} or {@code not}
 */
public record ResidentAnswer(
    Boolean answered, Boolean contacted, String settled, String satisfied) {

  public static final ResidentAnswer NONE = new ResidentAnswer(false, null, null, null);
}

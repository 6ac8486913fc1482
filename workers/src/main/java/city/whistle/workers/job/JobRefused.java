package city.whistle.workers.job;

import java.util.UUID;

/**
 * Published in a transaction of its own once for each job whose worker refused what was asked, see
 * {@link Refusal}: what the worker wrote is undone, and this is what is left of it.
 *
 * @param subject id of the case, whistle or month's assessment
 * @param element the model's element whose job it was
 * @param code which the model catches
 * @param message what was wrong, in the words that staff read
 */
public record JobRefused(UUID subject, String element, String code, String message) {}

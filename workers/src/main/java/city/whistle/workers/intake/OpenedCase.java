package city.whistle.workers.intake;

import city.whistle.workers.casefile.CaseFile;

/**
 * A case as the hotline is told of it.
 *
 * @param trackingCode the resident's code to find the case again
 * @param created false where the request was there before
 */
public record OpenedCase(CaseFile file, String trackingCode, boolean created) {}

package city.whistle.workers.intake;

import city.whistle.workers.casefile.CaseFile;
import java.util.List;

/**
 * A case as the hotline is told of it.
 *
 * @param trackingCode the resident's code to find the case again
 * @param similar numbers of cases that came lately and are probably about the same matter
 * @param created false where the request was there before
 */
public record OpenedCase(
    CaseFile file, String trackingCode, List<String> similar, boolean created) {}

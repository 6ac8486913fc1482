package city.whistle.workers.assessment.view;

import city.whistle.workers.assessment.result.WhistleFigures.Blown;
import city.whistle.workers.assessment.result.WhistleFigures.Summoned;
import java.util.List;

/** Whistles of a month: who blew them, and who answered. */
public record WhistleView(VersionView version, List<Blown> blown, List<Summoned> summoned) {}

package city.whistle.console.ranking;

import city.whistle.console.layout.Page;

/** Says that there are no figures yet, and when there will be. */
public record NoRankingPage() implements Page {}

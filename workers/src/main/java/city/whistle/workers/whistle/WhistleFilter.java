package city.whistle.workers.whistle;

/**
 * Which whistles to list.
 *
 * @param running those that go on; otherwise those that are over
 * @param late only those where a unit signs or comes late, or did
 * @param kind null for all
 * @param street code of the sub-district that blew; null for all
 * @param after number of the last whistle of the page before; null for the first page
 */
public record WhistleFilter(
    boolean running, boolean late, String kind, String street, String after) {}

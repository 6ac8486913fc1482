package city.whistle.workers.model;

/** A model, decision table or form; its name is its id, and its kind's ending. */
public record ModelFile(String name, byte[] content) {}

package city.whistle.engine.model;

/** The deployed form that a process's none start event refers to. */
public record StartForm(String formId, Binding binding) {}

package city.whistle.engine.model;

import java.util.List;

/**
 * One element of a process, complete with what it needs to run.
 *
 * @param name null where the model gives none
 * @param parentId the scope around it, null for the process itself
 * @param loop null where the element runs once
 * @param boundaryIds boundary events attached to it
 * @param eventSubProcessStartIds start events of the event sub-processes directly inside it
 */
public record Element(
    String id,
    String name,
    ElementType type,
    String parentId,
    List<SequenceFlow> incoming,
    List<SequenceFlow> outgoing,
    List<Mapping> inputs,
    List<Mapping> outputs,
    List<Listener> listeners,
    Loop loop,
    List<String> boundaryIds,
    List<String> eventSubProcessStartIds,
    Definition definition) {}

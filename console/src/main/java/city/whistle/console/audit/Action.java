package city.whistle.console.audit;

import java.time.OffsetDateTime;

/**
 * Something that somebody did to a case, a task or a process.
 *
 * @param who id of the person
 * @param forWhom id of the one for whom he stood in; null for himself
 * @param what last part of its message's key
 * @param caseNumber null where it is of no case
 * @param instanceKey of the process instance; null where it is of none in particular
 * @param target the task, incident or person that it was about; empty for none
 * @param done whether it was done; otherwise it was refused
 * @param answer the words of who refused it; empty where it was done
 */
public record Action(
    long id,
    OffsetDateTime at,
    String who,
    String forWhom,
    String what,
    String caseNumber,
    Long instanceKey,
    String target,
    String reason,
    boolean done,
    String answer) {}

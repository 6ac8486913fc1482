package city.whistle.console.supervision;

import city.whistle.console.access.Access;
import city.whistle.console.account.Person;
import city.whistle.console.tasks.EngineTasks;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Of which case a process instance is, as far as a person may know of it. */
@Component
class InstanceCases {

  /** Every process of a case has it; what is of no case has none. */
  static final String CASE_ID = "caseId";

  private final EngineTasks engine;
  private final CaseFiles files;
  private final Access access;

  InstanceCases(EngineTasks engine, CaseFiles files, Access access) {
    this.engine = engine;
    this.files = files;
    this.access = access;
  }

  /** The cases of those instances that the person may see; empty for one that is of no case. */
  Map<Long, Optional<CaseFile>> of(Person person, Collection<Long> instances) {
    Map<Long, UUID> ids = ids(instances);
    Map<UUID, CaseFile> cases =
        files.list(ids.values().stream().distinct().toList()).stream()
            .collect(Collectors.toMap(CaseFile::id, file -> file));
    cases.keySet().retainAll(access.seenOf(person, List.copyOf(cases.values())));
    boolean all = access.seesAll(person);
    Map<Long, Optional<CaseFile>> found = new HashMap<>();
    for (long key : instances) {
      UUID id = ids.get(key);
      if (id == null ? all : cases.containsKey(id)) {
        found.put(key, Optional.ofNullable(cases.get(id)));
      }
    }
    return found;
  }

  private Map<Long, UUID> ids(Collection<Long> instances) {
    Map<Long, UUID> ids = new HashMap<>();
    engine
        .variables(instances, List.of(CASE_ID))
        .forEach((key, named) -> id(named.get(CASE_ID)).ifPresent(id -> ids.put(key, id)));
    return ids;
  }

  private static Optional<UUID> id(JsonNode value) {
    try {
      return value == null || !value.isTextual()
          ? Optional.empty()
          : Optional.of(UUID.fromString(value.asText()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

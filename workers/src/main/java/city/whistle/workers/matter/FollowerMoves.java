package city.whistle.workers.matter;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.MergedCases;
import city.whistle.workers.timeline.Timeline;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has cases that follow one case follow another; their processes go on waiting. */
@Component
class FollowerMoves {

  private final MergedCases merged;
  private final CaseFiles cases;
  private final Timeline timeline;
  private final CityTime time;

  FollowerMoves(MergedCases merged, CaseFiles cases, Timeline timeline, CityTime time) {
    this.merged = merged;
    this.cases = cases;
    this.timeline = timeline;
    this.time = time;
  }

  void move(UUID followerId, CaseFile leader, String who) {
    OffsetDateTime now = time.now();
    merged.end(followerId, "moved", now);
    merged.add(followerId, leader.id(), who, now);
    timeline.append(followerId, who, "CaseMerged", "", Map.of("into", leader.number()));
    timeline.append(
        leader.id(), who, "ComplainantJoined", "", Map.of("case", cases.get(followerId).number()));
  }
}

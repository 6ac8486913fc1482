package city.whistle.console.lanes;

import city.whistle.console.account.Person;
import city.whistle.console.lanes.LaneDesk.PostForm;
import city.whistle.console.lanes.LanePage.CaseLink;
import city.whistle.console.lanes.LanePage.Holder;
import city.whistle.console.lanes.LanePage.Late;
import city.whistle.console.lanes.LanePage.Walk;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.Names;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Problems;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.lane.CaseLanes;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.LaneJudgements;
import city.whistle.workers.lane.LanePolicies;
import city.whistle.workers.lane.LanePolicy;
import city.whistle.workers.lane.LaneViews;
import city.whistle.workers.lane.LaneViews.Shown;
import city.whistle.workers.lane.Post;
import city.whistle.workers.lane.PostHeld;
import city.whistle.workers.lane.Turn;
import city.whistle.workers.patrol.Patrol;
import city.whistle.workers.patrol.PatrolFilter;
import city.whistle.workers.patrol.Patrols;
import city.whistle.workers.unit.Units;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes a lane's page. */
@Component
class LanePages {

  private static final int WALKS = 10;
  private static final int CASES = 20;
  private static final int LATE_MAX = 40;
  private static final int YEAR_DAYS = 365;

  private final LaneDesk desk;
  private final LaneViews views;
  private final LaneRows rows;
  private final LanePolicies policies;
  private final LaneJudgements judgements;
  private final CaseLanes caseLanes;
  private final CaseFiles cases;
  private final Patrols patrols;
  private final Names names;
  private final Units units;
  private final CityTime time;

  LanePages(
      LaneDesk desk,
      LaneViews views,
      LaneRows rows,
      LanePolicies policies,
      LaneJudgements judgements,
      CaseLanes caseLanes,
      CaseFiles cases,
      Patrols patrols,
      Names names,
      Units units,
      CityTime time) {
    this.desk = desk;
    this.views = views;
    this.rows = rows;
    this.policies = policies;
    this.judgements = judgements;
    this.caseLanes = caseLanes;
    this.cases = cases;
    this.patrols = patrols;
    this.names = names;
    this.units = units;
    this.time = time;
  }

  /**
   * @param form null for who doesn't say who holds which post
   */
  LanePage of(Person person, Lane lane, PostForm form, Problems problems) {
    Shown shown = views.find(lane.id()).orElseThrow(NoSuchPage::new);
    Cut<UUID> open =
        Cut.of(caseLanes.list(List.of(lane.id()), true, null, Cut.wanted(CASES)), CASES);
    return new LanePage(
        rows.row(shown),
        lane.streetCode(),
        lane.community(),
        lane.lengthMetres(),
        shown.postsToday().stream()
            .sorted(Comparator.comparing(PostHeld::post))
            .map(this::holder)
            .toList(),
        shown.posts().stream()
            .filter(held -> !held.isHeldOn(shown.today()))
            .limit(LATE_MAX)
            .map(this::holder)
            .toList(),
        late(shown),
        walks(lane),
        cases.list(open.shown()).stream().map(LanePages::link).toList(),
        open.more(),
        scores(shown),
        shown.standing().changes().stream()
            .map(one -> new LanePage.Change(one.on(), one.holds(), one.period()))
            .toList(),
        judged(lane),
        form == null ? null : form(lane, form),
        problems);
  }

  private Holder holder(PostHeld held) {
    return new Holder(
        held.post().wireName(), held.personId(), names.of(held.personId()), held.from(), held.to());
  }

  private List<Late> late(Shown lane) {
    LanePolicy policy = policies.on(time.today());
    List<Late> late =
        lane.turns().stream()
            .filter(turn -> turn.state() == Turn.State.DUE || turn.state() == Turn.State.MISSED)
            .map(
                turn -> {
                  Optional<LanePolicy.Rhythm> rhythm = policy.rhythm(turn.rhythm());
                  return new Late(
                      rhythm.map(LanePolicy.Rhythm::name).orElse(turn.rhythm()),
                      rhythm.map(LanePolicy.Rhythm::nameEn).orElse(turn.rhythm()),
                      turn.state().wireName(),
                      turn.first(),
                      turn.end().minusDays(1));
                })
            .collect(Collectors.toList());
    Collections.reverse(late);
    return late.subList(0, Math.min(LATE_MAX, late.size()));
  }

  private List<Walk> walks(Lane lane) {
    return patrols
        .list(new PatrolFilter(null, List.of(lane.id()), null, null, null, null, null, WALKS))
        .stream()
        .map(this::walk)
        .toList();
  }

  private Walk walk(Patrol patrol) {
    Optional<LanePolicy.Disorder> disorder =
        policies.on(patrol.walkedAt().toLocalDate()).disorder(patrol.disorder());
    return new Walk(
        patrol.number(),
        patrol.walkedAt(),
        disorder.map(LanePolicy.Disorder::name).orElse(patrol.disorder()),
        disorder.map(LanePolicy.Disorder::nameEn).orElse(patrol.disorder()),
        patrol.what(),
        patrol.state().wireName());
  }

  private static CaseLink link(CaseFile file) {
    return new CaseLink(
        file.number(),
        file.about().title(),
        file.status().wireName(),
        file.owner() == null ? null : file.owner().name(),
        file.limits().settleBy());
  }

  private static List<LanePage.Score> scores(Shown lane) {
    List<LanePage.Score> scores =
        lane.checks().stream()
            .map(check -> new LanePage.Score(check.period(), check.quarter(), check.score()))
            .collect(Collectors.toList());
    Collections.reverse(scores);
    return scores;
  }

  private List<LanePage.Judged> judged(Lane lane) {
    return judgements.byUnit(lane.id(), time.now().minusDays(YEAR_DAYS)).stream()
        .map(
            one ->
                new LanePage.Judged(
                    units.name(one.unitCode()), one.count(), Math.round(one.mean() * 10) / 10.0))
        .toList();
  }

  private LanePage.Form form(Lane lane, PostForm sent) {
    return new LanePage.Form(
        sent.post(),
        sent.person(),
        sent.from(),
        Arrays.stream(Post.values()).map(Post::wireName).toList(),
        desk.choices(lane).stream().map(one -> new LanePage.Choice(one.id(), one.name())).toList(),
        desk.leaving(lane).stream().map(this::holder).toList());
  }
}

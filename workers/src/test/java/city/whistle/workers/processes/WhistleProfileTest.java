package city.whistle.workers.processes;

import java.util.stream.Stream;

class WhistleProfileTest extends DecisionTableTest {

  WhistleProfileTest() {
    super("whistle-profile");
  }

  @Override
  Stream<Sample> samples() {
    return Stream.of(
        sample(
            "Units come within three days to residents' demands",
            "publicDemand",
            false,
            "PublicDemand",
            slow("P3D", "district")),
        sample(
            "Residents' demands across districts escalate to the city",
            "publicDemand",
            true,
            "PublicDemandCrossDistrict",
            slow("P3D", "city")),
        sample(
            "Units come within five days to key work",
            "keyWork",
            false,
            "KeyWork",
            slow("P5D", "district")),
        sample(
            "Key work across districts escalates to the city",
            "keyWork",
            true,
            "KeyWorkCrossDistrict",
            slow("P5D", "city")),
        sample(
            "Units come within half an hour to enforce the law together",
            "jointEnforcement",
            false,
            "JointEnforcement",
            fast("before", "PT15M", "district")),
        sample(
            "Joint enforcement across districts escalates to the city",
            "jointEnforcement",
            true,
            "JointEnforcementCrossDistrict",
            fast("before", "PT15M", "city")),
        sample(
            "An emergency goes ahead and is approved afterwards",
            "emergency",
            false,
            "Emergency",
            fast("after", "PT10M", "district")),
        sample(
            "An emergency across districts escalates to the city",
            "emergency",
            true,
            "EmergencyCrossDistrict",
            fast("after", "PT10M", "city")),
        unmatched("An unknown kind has no profile", "{whistle: {kind: 'parade'}}"));
  }

  private static Sample sample(
      String sentence, String kind, boolean crossDistrict, String rule, String output) {
    return new Sample(
        sentence,
        "{whistle: {kind: '%s', crossDistrict: %s}}".formatted(kind, crossDistrict),
        rule,
        output);
  }

  private static String slow(String arrive, String escalateTo) {
    return output("before", "PT1H", arrive, "PT4H", false, false, escalateTo);
  }

  private static String fast(String approval, String grace, String escalateTo) {
    return output(approval, "PT10M", "PT30M", grace, true, approval.equals("after"), escalateTo);
  }

  private static String output(
      String approval,
      String sign,
      String arrive,
      String grace,
      boolean centre,
      boolean centreByDefault,
      String escalateTo) {
    return """
    {approval: '%s', signWithin: '%s', arriveWithin: '%s', graceWithin: '%s',
     centre: %s, centreByDefault: %s, escalateTo: '%s', scoreWithin: 'P5D'}
    """
        .formatted(approval, sign, arrive, grace, centre, centreByDefault, escalateTo);
  }
}

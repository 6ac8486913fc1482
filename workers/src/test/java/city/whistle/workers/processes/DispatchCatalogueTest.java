package city.whistle.workers.processes;

import java.util.stream.Stream;

class DispatchCatalogueTest extends DecisionTableTest {

  private static final String PLACED = "{districtCode: '110102', streetCode: '110102009'}";
  private static final String DISTRICT_ONLY = "{districtCode: '110102'}";
  private static final String UNPLACED = "{}";

  DispatchCatalogueTest() {
    super("dispatch-catalogue");
  }

  @Override
  Stream<Sample> samples() {
    return Stream.of(
        sample(
            "A matter of the street goes straight to it, with a copy to the district",
            "{unitKind: 'street', level: '24h'}",
            PLACED,
            "Street",
            output("street", "'110102009'", "24h", true, true)),
        sample(
            "What the street may not be given goes to the unit that must take it",
            "{unitKind: 'street', level: '7d', streetDuty: 'mayNot', takerKind: 'department', takerCode: 'housing'}",
            PLACED,
            "StreetMayNot",
            output("department", "'housing'", "7d", true, false)),
        sample(
            "What the street may not be given goes to the district where its list says so",
            "{unitKind: 'street', level: '7d', streetDuty: 'mayNot', takerKind: 'district'}",
            PLACED,
            "StreetMayNot",
            output("district", "'110102'", "7d", true, false)),
        sample(
            "A street that helps with a matter may own it",
            "{unitKind: 'street', level: '7d', streetDuty: 'helps'}",
            PLACED,
            "Street",
            output("street", "'110102009'", "7d", true, true)),
        sample(
            "A matter of an unknown street goes to the district to settle",
            "{unitKind: 'street', level: '7d'}",
            DISTRICT_ONLY,
            "StreetUnknown",
            output("district", "'110102'", "7d", false, false)),
        sample(
            "A matter of the district goes to it",
            "{unitKind: 'district', level: '15d'}",
            DISTRICT_ONLY,
            "District",
            output("district", "'110102'", "15d", true, false)),
        sample(
            "A matter of an unknown district is consulted",
            "{unitKind: 'district', level: '15d'}",
            UNPLACED,
            "DistrictUnknown",
            output("district", "null", "15d", false, false)),
        sample(
            "A matter of a department goes straight to the one that the catalogue names",
            "{unitKind: 'department', unitCode: 'market-regulation', level: '7d'}",
            PLACED,
            "Unit",
            output("department", "'market-regulation'", "7d", true, false)),
        sample(
            "A matter of an enterprise goes straight to the one that the catalogue names",
            "{unitKind: 'enterprise', unitCode: 'power', level: '24h'}",
            PLACED,
            "Unit",
            output("enterprise", "'power'", "24h", true, false)),
        sample(
            "A matter of an unnamed department is consulted",
            "{unitKind: 'department', level: '7d'}",
            PLACED,
            "UnitUnknown",
            output("department", "null", "7d", false, false)),
        sample(
            "A matter that the catalogue doesn't know goes to the district after consultation",
            "{unitKind: 'village', level: '2h'}",
            PLACED,
            "NotListed",
            output("district", "'110102'", "2h", false, false)),
        sample(
            "There is always an answer: without an entry it is the district and seven days",
            "{}",
            UNPLACED,
            "NotListed",
            output("district", "null", "7d", false, false)));
  }

  private static Sample sample(
      String sentence, String catalogue, String place, String rule, String output) {
    return new Sample(
        sentence, "{catalogue: %s, case: %s}".formatted(catalogue, place), rule, output);
  }

  private static String output(
      String kind, String code, String level, boolean clear, boolean copyToDistrict) {
    return "{unitKind: '%s', unitCode: %s, level: '%s', clear: %s, copyToDistrict: %s}"
        .formatted(kind, code, level, clear, copyToDistrict);
  }
}

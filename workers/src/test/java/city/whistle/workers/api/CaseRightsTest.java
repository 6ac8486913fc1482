package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseParties;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who may do what: every caller, with every scope that it can have, makes every call. */
@RegistryTest
class CaseRightsTest {

  private static final String OWNER = "110102009";
  private static final Set<Scope> OF_A_UNIT =
      EnumSet.of(Scope.INTAKE, Scope.READ, Scope.WHISTLE, Scope.REVEAL);

  @Autowired private MockMvc api;
  @Autowired private Registry registry;
  @Autowired private ApiClients clients;
  @Autowired private CaseParties parties;
  @Autowired private JdbcClient jdbc;

  /** {@code see} stands for the case, its timeline and the list alike. */
  @ParameterizedTest
  @CsvSource({
    "centre,          see=200, urge=202, withdraw=202, phone=200",
    "opener,          see=200, urge=202, withdraw=202, phone=200",
    "hotline,         see=200, urge=403, withdraw=403, phone=200",
    "owner,           see=200, urge=403, withdraw=403, phone=200",
    "ownerAndOpener,  see=200, urge=202, withdraw=403, phone=200",
    "district,        see=200, urge=403, withdraw=403, phone=403",
    "coHandler,       see=200, urge=403, withdraw=403, phone=403",
    "summoned,        see=200, urge=403, withdraw=403, phone=403",
    "summonedOpener,  see=200, urge=202, withdraw=403, phone=403",
    "openingStreet,   see=200, urge=202, withdraw=202, phone=403",
    "otherStreet,     see=404, urge=404, withdraw=404, phone=403",
    "otherDistrict,   see=404, urge=404, withdraw=404, phone=403",
    "otherDepartment, see=404, urge=404, withdraw=404, phone=403",
  })
  void holdForAComplaint(String caller, String see, String urge, String withdraw, String phone)
      throws Exception {
    for (String expected : List.of(see, urge, withdraw, phone)) {
      check(caller, expected, "complaint", null, OWNER);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // who is accused, and who owns the case
    "centre,          110102010, 110102,    see=200, urge=202, withdraw=202, phone=200",
    "hotline,         110102010, 110102,    see=200, urge=403, withdraw=403, phone=200",
    "district,        110102010, 110102,    see=200, urge=403, withdraw=403, phone=403",
    "owner,           110102009, 110102,    see=404, urge=404, withdraw=404, phone=404",
    "ownerAndOpener,  110102009, 110102,    see=404, urge=404, withdraw=404, phone=404",
    "district,        110102,    110102009, see=404, urge=404, withdraw=404, phone=404",
    "coHandler,       xicheng-power, 110102, see=404, urge=404, withdraw=404, phone=404",
    "summoned,        traffic,   110102,    see=404, urge=404, withdraw=404, phone=404",
    "coHandler,       110102010, 110102,    see=200, urge=403, withdraw=403, phone=403",
  })
  void holdForAReport(
      String caller,
      String accused,
      String owner,
      String see,
      String urge,
      String withdraw,
      String phone)
      throws Exception {
    for (String expected : List.of(see, urge, withdraw, phone)) {
      check(caller, expected, "report", accused, owner);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "centre, 110102009, 201",
    "hotline, 110102009, 201",
    "owner, 110102009, 201",
    "owner, 110102010, 403",
    "district, 110102009, 403",
    "coHandler, 110102009, 403",
  })
  void holdForAWhistle(String caller, String street, int status) throws Exception {
    api.perform(
            post(URI.create("/api/whistles"))
                .header("X-API-Key", admit(caller, "w-" + UUID.randomUUID()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    """
                    {"kind": "publicDemand", "streetCode": "%s", "reason": "x", "place": "y", "units": ["traffic"]}\
                    """
                        .formatted(street)))
        .andExpect(status().is(status));
  }

  private void check(String caller, String expected, String kind, String accused, String owner)
      throws Exception {
    String client = "c-" + UUID.randomUUID();
    boolean opens = caller.toLowerCase(java.util.Locale.ROOT).contains("open");
    CaseFile file =
        registry.dispatched(
            registry.openedBy(
                opens ? client : "another",
                body -> {
                  body.put("kind", kind);
                  body.put("accusedUnit", accused);
                }),
            owner);
    parties.addCoHandlers(file.id(), List.of("xicheng-power"));
    summon(file, "traffic");
    String key = admit(caller, client);
    int status = Integer.parseInt(expected.replaceFirst(".*=", ""));
    switch (expected.replaceFirst("=.*", "")) {
      case "see" -> checkSight(file, key, status);
      case "urge" -> answers(send(file, "/urge", "{}"), key, status);
      case "withdraw" -> answers(send(file, "/withdraw", "{}"), key, status);
      default ->
          answers(
              send(
                  file,
                  "/resident/reveal",
                  "{\"officer\": \"o-1\", \"reason\": \"回访\", \"parts\": [\"phone\"]}"),
              key,
              status);
    }
  }

  private void checkSight(CaseFile file, String key, int status) throws Exception {
    String path = "/api/cases/" + file.number();
    answers(get(path), key, status);
    answers(get(path + "/timeline"), key, status);
    String received = file.receivedAt().toString().replace("+", "%2B");
    String list = "/api/cases?limit=200&from=" + received;
    boolean listed =
        api.perform(get(URI.create(list)).header("X-API-Key", key))
            .andReturn()
            .getResponse()
            .getContentAsString()
            .contains(file.number());
    assertThat(listed).isEqualTo(status == 200);
  }

  private void answers(MockHttpServletRequestBuilder call, String key, int status)
      throws Exception {
    api.perform(call.header("X-API-Key", key)).andExpect(status().is(status));
  }

  private static MockHttpServletRequestBuilder send(CaseFile file, String call, String body) {
    return post("/api/cases/" + file.number() + call)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body);
  }

  private String admit(String caller, String client) {
    String key = ApiClients.newKey();
    clients.admit(new ApiClient(client, caller, scopes(caller), unit(caller)), key);
    return key;
  }

  private static Set<Scope> scopes(String caller) {
    return switch (caller) {
      case "centre" -> EnumSet.allOf(Scope.class);
      default -> OF_A_UNIT;
    };
  }

  private static String unit(String caller) {
    return switch (caller) {
      case "owner", "ownerAndOpener" -> OWNER;
      case "district" -> "110102";
      case "coHandler" -> "xicheng-power";
      case "summoned", "summonedOpener" -> "traffic";
      case "openingStreet", "otherStreet" -> "110102011";
      case "otherDistrict" -> "110101";
      case "otherDepartment" -> "housing";
      default -> null;
    };
  }

  private void summon(CaseFile file, String unit) {
    UUID whistle = UUID.randomUUID();
    jdbc.sql(
            """
            insert into registry.whistle (id, number, kind, street_code, case_id, cross_district, reason, place,
              units, blown_at) values (?, ?, 'publicDemand', ?, ?, false, '', '', '{}', now())\
            """)
        .params(whistle, "W" + whistle, OWNER, file.id())
        .update();
    jdbc.sql(
            """
            insert into registry.summons (id, whistle_id, unit_code, unit_kind, unit_name, sign_by, arrive_by)
            values (?, ?, ?, 'department', ?, now(), now())\
            """)
        .params(UUID.randomUUID(), whistle, unit, unit)
        .update();
  }
}

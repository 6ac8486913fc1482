package city.whistle.console.organisation;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.request.BodyPlaces;
import city.whistle.workers.sheet.SheetWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Lists as files, on the administrators' pages. */
@ConsoleTest
class OrganisationPagesTest {

  private static final String HEAD = "street,code,from,to,name,kind,phone,source\r\n";
  private static final String BOUNDARY = "a-boundary";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired SheetWork work;
  @Autowired BodyPlaces places;

  private Person admin;

  @BeforeEach
  void meet() {
    admin = people.with(Role.ADMIN);
  }

  @Test
  void looksAtAFileFirstAndImportsItThen() throws Exception {
    String path = brought("bodies", HEAD + "110105031,page-a,2026-01-01,,甲乙办,office,,x\r\n");
    see(path).andExpect(content().string(containsString("page-a")));

    mvc.perform(post(path + "/apply").with(as(admin)).with(csrf()))
        .andExpect(status().is3xxRedirection());
    work.workAll();

    mvc.perform(get("/organisation/bodies.csv").with(as(admin)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("page-a")));
    mvc.perform(post(path + "/apply").with(as(admin)).with(csrf()))
        .andExpect(status().is3xxRedirection());
  }

  @Test
  void putsIntoTheAuditWhoImportedWhatWithItsCounts() throws Exception {
    String path = brought("bodies", HEAD + "110105032,page-d,2026-01-01,,甲乙办,office,,x\r\n");
    see(path);
    mvc.perform(post(path + "/apply").with(as(admin)).with(csrf()))
        .andExpect(status().is3xxRedirection());

    mvc.perform(get("/audit?who=" + admin.id()).with(as(people.with(Role.AUDITOR))))
        .andExpect(content().string(containsString("导入名单")))
        .andExpect(content().string(containsString("1, +1, ~0, =0")));
  }

  @Test
  void takesNoFileWhileTooManyLargeBodiesAreReceived() throws Exception {
    for (int i = 0; i < BodyPlaces.AT_ONCE; i++) {
      places.begin();
    }
    try {
      send("bodies", HEAD).andExpect(status().isUnprocessableEntity());
    } finally {
      for (int i = 0; i < BodyPlaces.AT_ONCE; i++) {
        places.end();
      }
    }
    send("bodies", HEAD).andExpect(status().is3xxRedirection());
  }

  @Test
  void saysWhoOwnsACategoryAndWhoMayNotBeGivenIt() throws Exception {
    Person dispatcher = people.with(Role.DISPATCHER);

    mvc.perform(get("/duties?street=110102009&words=030302").with(as(dispatcher)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("不得派给")))
        .andExpect(content().string(containsString("市的清单")));
    mvc.perform(get("/duties?street=110102009&words=050202").with(as(dispatcher)))
        .andExpect(content().string(containsString("配合</td>")));
    mvc.perform(get("/duties?street=110102009&words=010204").with(as(dispatcher)))
        .andExpect(content().string(containsString("清单未列")));
    mvc.perform(get("/duties").with(as(dispatcher)))
        .andExpect(content().string(containsString("写出类别名称")));
  }

  @Test
  void asksAboutDutiesOfOnesOwnSubDistrictFirst() throws Exception {
    mvc.perform(get("/duties").with(as(people.with(Role.HANDLER, "110102009"))))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("value=\"110102009\" selected")));
  }

  @Test
  void saysAtWhichLineAndColumnWhatIsWrong() throws Exception {
    String path = brought("bodies", HEAD + "110105031,page-b,someday,,甲,office,,x\r\n");

    see(path)
        .andExpect(content().string(containsString("from")))
        .andExpect(content().string(containsString("2026-07-01")));
  }

  @Test
  void saysWhatIsMeantWhereACodeIsNone() throws Exception {
    String head = "code,from,to,name,kind,form,parent,heir,source\r\n";
    String path = brought("units", head + "page-c,2026-01-01,,丙,street,,moon,sun,x\r\n");

    see(path)
        .andExpect(content().string(not(containsString("organisation.meant"))))
        .andExpect(content().string(containsString("heir")));
  }

  @Test
  void asksForAListAndAFile() throws Exception {
    send("moon", HEAD).andExpect(status().isUnprocessableEntity());
    send("bodies", "").andExpect(status().isUnprocessableEntity());
    mvc.perform(get("/organisation").with(as(admin))).andExpect(status().isOk());
    mvc.perform(get("/organisation/files/none").with(as(admin))).andExpect(status().isNotFound());
  }

  private ResultActions see(String path) throws Exception {
    work.workAll();
    return mvc.perform(get(path).with(as(admin))).andExpect(status().isOk());
  }

  private String brought(String kind, String file) throws Exception {
    String path =
        send(kind, file)
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(path).startsWith("/organisation/files/");
    return path;
  }

  private ResultActions send(String kind, String file) throws Exception {
    String body =
        part("name=\"kind\"", kind)
            + part("name=\"file\"; filename=\"list.csv\"", file)
            + "--"
            + BOUNDARY
            + "--\r\n";
    return mvc.perform(
        post("/organisation/files")
            .with(as(admin))
            .with(csrf())
            .contentType("multipart/form-data; boundary=" + BOUNDARY)
            .content(body));
  }

  private static String part(String disposition, String content) {
    return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, disposition, content);
  }
}

package city.whistle.benchmarks.pages;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The pages that people have open all day, each of whoever has the most to do. */
final class PagesOfACity {

  private final URI pages;
  private final Staff staff;
  private final String password;

  PagesOfACity(URI pages, Staff staff, String password) {
    this.pages = pages;
    this.staff = staff;
    this.password = password;
  }

  List<Visit> visits() throws IOException, SQLException {
    List<Visit> visits = new ArrayList<>();
    String street = staff.busiest("street");
    Visitor handler = visitor("handler", "handler", street);
    visits.add(new Visit("sub-district: work list", handler, "/tasks"));
    visits.add(new Visit("sub-district: one kind", handler, "/tasks?kind=HandleCase"));
    visits.add(new Visit("sub-district: one category", handler, "/tasks?category=010204"));
    visits.add(new Visit("sub-district: waits for others", handler, "/tasks/waiting"));
    visits.add(new Visit("sub-district: figures", handler, "/figures"));
    visits.add(new Visit("sub-district: whistles", handler, "/whistles"));
    for (String stage : List.of("HandleCase", "SignSummons")) {
      visits.add(new Visit("case at " + stage, handler, "/cases/" + staff.caseAt(stage, street)));
    }
    Visitor department = visitor("department", "handler", staff.busiest("department"));
    visits.add(new Visit("department: work list", department, "/tasks"));
    visits.add(new Visit("department: one category", department, "/tasks?category=010204"));
    visits.add(new Visit("department: one place", department, "/tasks?street=" + street));
    visits.add(new Visit("department: waits for others", department, "/tasks/waiting"));
    visits.add(new Visit("department: figures", department, "/figures"));
    Visitor agent = visitor("agent", "agent", null);
    visits.add(new Visit("agent: work list", agent, "/tasks"));
    visits.add(new Visit("agent: one category", agent, "/tasks?category=010204"));
    visits.add(new Visit("agent: one place", agent, "/tasks?street=" + street));
    visits.add(new Visit("agent: call-back desk", agent, "/callbacks"));
    visits.add(
        new Visit(
            "agent: search by number",
            agent,
            "/cases?number=" + staff.caseAt("CallResident", street)));
    visits.addAll(ofSupervisor(street));
    return visits;
  }

  private List<Visit> ofSupervisor(String street) throws IOException, SQLException {
    Visitor supervisor = visitor("supervisor", "supervisor", "110000");
    List<Visit> visits = new ArrayList<>();
    visits.add(new Visit("supervisor: what stands still", supervisor, "/supervision"));
    visits.add(new Visit("supervisor: late", supervisor, "/supervision?stuck=overdue"));
    visits.add(new Visit("supervisor: hindered", supervisor, "/supervision?stuck=incident"));
    visits.add(
        new Visit("supervisor: one sub-district", supervisor, "/supervision?unit=" + street));
    visits.add(new Visit("supervisor: processes", supervisor, "/supervision/processes"));
    String process = "/supervision/processes/complaint-case";
    visits.add(new Visit("supervisor: a process", supervisor, process));
    visits.add(
        new Visit(
            "supervisor: instances at a step",
            supervisor,
            process + "/instances?element=HandleCase"));
    visits.add(new Visit("supervisor: whistles", supervisor, "/whistles"));
    visits.add(new Visit("supervisor: figures", supervisor, "/figures"));
    visits.add(new Visit("supervisor: open cases", supervisor, "/cases"));
    return visits;
  }

  private Visitor visitor(String id, String role, String unit) throws IOException, SQLException {
    staff.add("bench-" + id, role, unit);
    Visitor visitor = new Visitor(pages);
    visitor.signIn("bench-" + id, password);
    return visitor;
  }
}

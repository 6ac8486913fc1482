package city.whistle.workers.dataset;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports all reference data at start; a second import of the same files changes nothing. */
@Component
public class ReferenceData implements InitializingBean {

  private static final long IMPORT_LOCK = 0x7768_6973_746c_6501L;

  private final OrganisationImport organisation;
  private final CatalogueImport catalogue;
  private final EverydayWordImport words;
  private final ShippedSheets sheets;
  private final CalendarImport calendar;
  private final QuietHoursImport quietHours;
  private final DistrictExtentImport extents;
  private final PolicyImport policies;
  private final TaskLimitImport taskLimits;
  private final MatterPolicyImport matters;
  private final PublicPlaceImport publicPlaces;
  private final LaneImport lanes;
  private final ThemeImport themes;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  ReferenceData(
      OrganisationImport organisation,
      CatalogueImport catalogue,
      EverydayWordImport words,
      ShippedSheets sheets,
      CalendarImport calendar,
      QuietHoursImport quietHours,
      DistrictExtentImport extents,
      PolicyImport policies,
      TaskLimitImport taskLimits,
      MatterPolicyImport matters,
      PublicPlaceImport publicPlaces,
      LaneImport lanes,
      ThemeImport themes,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.organisation = organisation;
    this.catalogue = catalogue;
    this.words = words;
    this.sheets = sheets;
    this.calendar = calendar;
    this.quietHours = quietHours;
    this.extents = extents;
    this.policies = policies;
    this.taskLimits = taskLimits;
    this.matters = matters;
    this.publicPlaces = publicPlaces;
    this.lanes = lanes;
    this.themes = themes;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void afterPropertiesSet() {
    importAll();
  }

  /** Imports every file in one transaction; applications that start together take turns. */
  public void importAll() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("select pg_advisory_xact_lock(?)").param(IMPORT_LOCK).query().singleRow();
          organisation.importUnits();
          catalogue.importCategories();
          words.importWords();
          sheets.importSheets();
          calendar.importDays();
          calendar.importCallbackAttempts();
          quietHours.importHours();
          extents.importExtents();
          policies.importSets();
          taskLimits.importLimits();
          matters.importPolicies();
          publicPlaces.importCategories();
          lanes.importLanes();
          themes.importThemes();
        });
  }
}

import { decisionsOf, finding, tablesIn } from '../model.mjs';

/** One rule answers: what overlaps is a mistake of the table. */
export default project => decisionsOf(project).flatMap(document =>
  tablesIn(document).filter(table => table.hitPolicy !== 'UNIQUE')
    .map(table => finding(document, table.id, `has the hit policy ${table.hitPolicy}, must be UNIQUE`)));

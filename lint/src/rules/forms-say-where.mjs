import { componentsIn, finding, formsOf } from '../model.mjs';

/** What a form shows of the matter, by what it is about. */
const SHOWN = {
  'case.number': ['case.title', 'case.districtName', 'case.streetName'],
  'exclusion.caseNumber': ['exclusion.title', 'exclusion.unitName', 'exclusion.month'],
  'appeal.caseNumber': ['appeal.title', 'appeal.unitName', 'appeal.month'],
  'assessment.month': ['assessment.version'],
  'matter.number': ['matter.categoryName', 'matter.districtName', 'matter.streetName'],
  'theme.month': [],
  'patrol.number': ['patrol.laneName', 'patrol.streetName', 'patrol.disorderName'],
  'whistle.number': ['whistle.reason', 'whistle.place', 'whistle.streetName', 'whistle.unitNames'],
};
const CODE = /(^|\.)(unit|unitCode|unitCodes|units|streetCode|districtCode)$/;

/** A form says which case, whistle, patrol, month or matter it is about, and where; units are shown and chosen by name, not typed as codes. */
export default project => formsOf(project).flatMap(document => [...unsaid(document), ...typed(document)]);

function unsaid(document) {
  const said = componentsIn(document).filter(({ type }) => type === 'text').map(({ text }) => text).join('\n');
  const about = Object.keys(SHOWN).filter(number => said.includes(number));
  return about.length === 0
    ? [finding(document, '', 'does not say which case, whistle, patrol, month or matter it is about')]
    : about.flatMap(number => SHOWN[number].filter(name => !said.includes(name)).map(name => finding(document, '', `shows ${number} without ${name}`)));
}

const typed = document => componentsIn(document).filter(({ type, key, readonly }) => type === 'textfield' && !readonly && CODE.test(key ?? ''))
  .map(({ id }) => finding(document, id, 'has a unit typed as a code: let it be chosen by name'));

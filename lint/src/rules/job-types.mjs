import { elementsOf, finding, jobTypesOf, processesOf } from '../model.mjs';

const JOB_TYPE = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/;

/** Job types are `<domain>.<verbNoun>`. */
export default project => processesOf(project).flatMap(document => elementsOf(document).flatMap(element =>
  jobTypesOf(element).filter(type => !JOB_TYPE.test(type)).map(type => finding(document, element.id, `has the job type ${type}, must be <domain>.<verbNoun>`))));

import { elementsOf, finding, jobTypesOf, processesOf, sourcesOf } from '../model.mjs';

/** Every job has a worker, or its case would wait for ever; every worker has a job somewhere. */
export default project => {
  const worked = new Set(sourcesOf(project).flatMap(source => source.root.jobTypes));
  const modelled = processesOf(project).flatMap(document => elementsOf(document).flatMap(element => jobTypesOf(element).map(type => ({ document, element, type }))));
  const asked = new Set(modelled.map(({ type }) => type));
  return [
    ...modelled.filter(({ type }) => !worked.has(type)).map(({ document, element, type }) => finding(document, element.id, `has the job type ${type}, which no worker works`)),
    ...sourcesOf(project).flatMap(source => source.root.jobTypes.filter(type => !asked.has(type)).map(type =>
      finding(source, source.name, type ? `works the job type ${type}, which no model has` : 'names no job type'))),
  ];
};

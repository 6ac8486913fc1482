import { finding, modelsOf } from '../model.mjs';

const PLATFORM = 'Camunda Cloud';
const VERSION = '8.8.0';

/** All files are made for the same platform and version. */
export default project => modelsOf(project).filter(document => platformOf(document) !== `${PLATFORM} ${VERSION}`)
  .map(document => finding(document, '', `is made for ${platformOf(document)}, must be ${PLATFORM} ${VERSION}`));

function platformOf({ kind, root }) {
  if (kind === 'form') return `${root.executionPlatform} ${root.executionPlatformVersion}`;
  const attribute = name => (kind === 'bpmn' ? root.get(`modeler:${name}`) : root.$attrs[`modeler:${name}`]);
  return `${attribute('executionPlatform')} ${attribute('executionPlatformVersion')}`;
}

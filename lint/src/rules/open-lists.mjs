import { componentsIn, finding, formsOf } from '../model.mjs';

/** The form viewer shows five rows of a list and hides the others; what is missing in a hidden one then keeps the form from being sent, and nobody sees why. */
export default project => formsOf(project).flatMap(document => componentsIn(document)
  .filter(component => component.type === 'dynamiclist' && component.disableCollapse !== true)
  .map(component => finding(document, component.id, 'hides its rows from the sixth on: "disableCollapse": true shows them all')));

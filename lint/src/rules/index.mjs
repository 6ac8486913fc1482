import bindingDeployment from './binding-deployment.mjs';
import boundedAnswers from './bounded-answers.mjs';
import calledThingsExist from './called-things-exist.mjs';
import calledThingsUsed from './called-things-used.mjs';
import canonicalXml from './canonical-xml.mjs';
import checkedFields from './checked-fields.mjs';
import completeDiagram from './complete-diagram.mjs';
import conditionalFlows from './conditional-flows.mjs';
import documentedElements from './documented-elements.mjs';
import elementIds from './element-ids.mjs';
import englishTexts from './english-texts.mjs';
import fileNameIsId from './file-name-is-id.mjs';
import filtersCompare from './filters-compare.mjs';
import formsSayWhen from './forms-say-when.mjs';
import formsSayWhere from './forms-say-where.mjs';
import guidedText from './guided-text.mjs';
import jobTypes from './job-types.mjs';
import jobTypesWorked from './job-types-worked.mjs';
import lateOnesNamed from './late-ones-named.mjs';
import limitsAreData from './limits-are-data.mjs';
import mappedMessages from './mapped-messages.mjs';
import messagesSent from './messages-sent.mjs';
import messagesUsed from './messages-used.mjs';
import namedElements from './named-elements.mjs';
import outcomesHaveFlows from './outcomes-have-flows.mjs';
import openLists from './open-lists.mjs';
import ownAnswers from './own-answers.mjs';
import quotedStrings from './quoted-strings.mjs';
import recordedUserTasks from './recorded-user-tasks.mjs';
import tablesExplained from './tables-explained.mjs';
import targetVersion from './target-version.mjs';
import tasksHaveLimits from './tasks-have-limits.mjs';
import tidyDiagram from './tidy-diagram.mjs';
import uniqueHits from './unique-hits.mjs';
import userTaskForms from './user-task-forms.mjs';

/** The house rules by name. A rule takes the whole project and returns findings. */
export const rules = {
  'binding-deployment': bindingDeployment,
  'bounded-answers': boundedAnswers,
  'called-things-exist': calledThingsExist,
  'called-things-used': calledThingsUsed,
  'canonical-xml': canonicalXml,
  'checked-fields': checkedFields,
  'complete-diagram': completeDiagram,
  'conditional-flows': conditionalFlows,
  'documented-elements': documentedElements,
  'element-ids': elementIds,
  'english-texts': englishTexts,
  'file-name-is-id': fileNameIsId,
  'filters-compare': filtersCompare,
  'forms-say-when': formsSayWhen,
  'forms-say-where': formsSayWhere,
  'guided-text': guidedText,
  'job-types': jobTypes,
  'job-types-worked': jobTypesWorked,
  'late-ones-named': lateOnesNamed,
  'limits-are-data': limitsAreData,
  'mapped-messages': mappedMessages,
  'messages-sent': messagesSent,
  'messages-used': messagesUsed,
  'named-elements': namedElements,
  'outcomes-have-flows': outcomesHaveFlows,
  'open-lists': openLists,
  'own-answers': ownAnswers,
  'quoted-strings': quotedStrings,
  'recorded-user-tasks': recordedUserTasks,
  'tables-explained': tablesExplained,
  'target-version': targetVersion,
  'tasks-have-limits': tasksHaveLimits,
  'tidy-diagram': tidyDiagram,
  'unique-hits': uniqueHits,
  'user-task-forms': userTaskForms,
};

/** Findings of all house rules, each with its rule's name. */
export function houseFindings(project) {
  const readable = project.filter(document => document.kind !== 'unreadable');
  return Object.entries(rules).flatMap(([rule, check]) => check(readable).map(found => ({ ...found, rule: `house/${rule}` })));
}

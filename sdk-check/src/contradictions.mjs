/**
 * What an SDK's schemas refuse although Camunda's own server of that version answers just so, or where they
 * leave no true answer. Each is refused in every walk; one that no longer is must go from here.
 */
const INSTANCE_KEY = 'Invalid string: must match pattern /^-?[0-9]+$/';

const OF_8_8 = {
  // Such a key is KEY-INDEX (camunda/camunda pull request 36772), as the schemas of 8.9 have it.
  'searchDecisionInstances: items[].decisionEvaluationInstanceKey': INSTANCE_KEY,
  'evaluateDecision: evaluatedDecisions[].decisionEvaluationInstanceKey': INSTANCE_KEY,
  'getDecisionInstance: path.decisionEvaluationInstanceKey': INSTANCE_KEY,
  'GET /v2/decision-instances/{decisionEvaluationInstanceKey}': "the walk doesn't come there",
  // A form's schema is text (camunda/camunda issue 47673), as the schemas of 8.9 have it.
  'getUserTaskForm: (root)': 'union mismatch',
  'getStartProcessForm: (root)': 'union mismatch',
  // The decision that failed, of an evaluation in which none did.
  'evaluateDecision: failedDecisionDefinitionId': 'expected string got undefined',
};

const CONTRADICTIONS = { 8.8: OF_8_8, 8.9: {} };

/** The findings that are not among the version's contradictions, and the contradictions that were not found. */
export function beyondContradictions(version, findings) {
  const known = Object.entries(CONTRADICTIONS[version]).map(([where, what]) => `${where}: ${what}`);
  return [
    ...findings.filter((finding) => !known.includes(finding)),
    ...known.filter((line) => !findings.includes(line)).map((line) => `no longer so, take it from the contradictions: ${line}`),
  ];
}

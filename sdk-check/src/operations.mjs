/** Operations that only some SDKs have, by the SDK's name for them. */
const NOT_IN_EVERY_SDK = {
  searchUserTaskEffectiveVariables: 'POST /v2/user-tasks/{userTaskKey}/effective-variables/search',
};

/** A line for each operation that the engine serves and the SDK has, but that never answered the SDK well. */
export function unwalked(served, sdk) {
  const lacking = Object.entries(NOT_IN_EVERY_SDK)
    .filter(([name]) => !sdk.has(name))
    .map(([, operation]) => operation);
  return served
    .filter((operation) => !lacking.includes(operation))
    .filter((operation) => ![...sdk.answered].some((call) => pattern(operation).test(call)))
    .map((operation) => `${operation}: the walk doesn't come there`);
}

/** 'GET /v2/jobs/{jobKey}' as calls of it look. */
function pattern(operation) {
  const keys = operation.replace(/\{\w+}/g, '[^/]+');
  return new RegExp(`^${keys}$`);
}

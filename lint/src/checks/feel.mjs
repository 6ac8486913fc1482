import { lintExpression } from '@bpmn-io/feel-lint';
import { camundaBuiltins } from '@camunda/feel-builtins';

/** Syntax errors of a FEEL text; dialect is `expression` or `unaryTests`. */
export function feelErrors(text, dialect = 'expression') {
  return lintExpression(text, { dialect, parserDialect: 'camunda', builtins: camundaBuiltins })
    .filter(error => error.type === 'Syntax Error')
    .map(error => error.message);
}

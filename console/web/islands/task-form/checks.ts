// A field's own rule: `check`, FEEL over what is shown, what is filled in, and `value`; what is wrong is said by `wrong` or `wrongEnglish`.
// The server holds each answer against it again; what can't be evaluated here is left to it.
import type { Form } from "@bpmn-io/form-js-viewer";
import type { Instance, Refused } from "./refused";
import { isPlainNumber } from "./numbers";
import { formWord, isEnglish } from "./words";

type Field = { type: string; properties?: Record<string, string> };
type Validator = { validateFieldInstance(instance: Instance, value: unknown): string[] };
type Language = { evaluate(expression: string, data: object): unknown };

export function withChecks(form: Form, answer: () => object, refused: Refused) {
  const validator = form.get<Validator>("validator");
  const language = form.get<Language>("expressionLanguage");
  const fields = form.get<{ get(id: string): Field | undefined }>("formFieldRegistry");
  const usual = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (instance, value) => {
    const { type, properties } = fields.get(instance.id) ?? {};
    if (type === "number" && typeof value === "string" && !isPlainNumber(value)) {
      return [formWord("Value is not a number.")];
    }
    const said = refused.of(instance, value);
    if (said) {
      return [said];
    }
    const errors = usual(instance, value);
    const { check, wrong, wrongEnglish } = properties ?? {};
    if (errors.length > 0 || !check) {
      return errors;
    }
    const seen = { ...shown(form), ...answer(), value };
    return language.evaluate(check, seen) === false ? [sentence(language, (isEnglish && wrongEnglish) || wrong || "", seen)] : [];
  };
}

function shown(form: Form): object {
  return (form as unknown as { _getState(): { initialData: object } })._getState().initialData;
}

function sentence(language: Language, words: string, seen: object): string {
  const said = words.startsWith("=") ? String(language.evaluate(words, seen)) : words;
  return said.charAt(0).toUpperCase() + said.slice(1);
}

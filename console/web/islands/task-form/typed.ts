// What is typed stands in the form's data at once. A text field hands it over 300 ms later, and what draws the form anew before that
// would put back what stood there. Drawing it for each letter instead takes too long on a telephone.
import type { Form } from "@bpmn-io/form-js-viewer";

type Instance = { id: string; indexes?: Record<string, number>; valuePath: (string | number)[] };
type Registry = { getAllKeyed(): Instance[] };
type Holder = Record<string | number, unknown>;

export function withTyped(form: Form, place: HTMLElement) {
  const registry = form.get<Registry>("formFieldInstanceRegistry");
  const inner = form as unknown as { _state: { data: Holder } };
  place.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLElement && target.matches(".fjs-form-field-textfield input, .fjs-form-field-textarea textarea")) {
      const typed = registry.getAllKeyed().find((one) => target.id.endsWith(`-${one.id}${rows(one)}`));
      if (typed) {
        put(inner._state.data, typed.valuePath, (target as HTMLInputElement).value);
      }
    }
  }, true);
}

// As the viewer names a field of a list's row.
function rows({ indexes = {} }: Instance): string {
  return Object.values(indexes).map((index) => `_${index}`).join("");
}

function put(data: Holder, path: (string | number)[], value: string) {
  const holder = path.slice(0, -1).reduce<Holder>((at, step) => (at[step] ??= {}) as Holder, data);
  holder[path[path.length - 1]] = value;
}

// What others change while the form is open: who has the task, and what the form shows. The page's part #now fetches itself anew
// (live.ts); from it the form takes what it shows and doesn't ask for, and leaves alone what was filled in.
import type { Form } from "@bpmn-io/form-js-viewer";

type Values = Record<string, unknown>;
type Inner = { _getState(): { data: Values; initialData: Values }; _setState(state: object): void };
type Component = { key?: string; path?: string; components?: Component[] };

const TYPED_WITHIN = 500; // after which the viewer's fields have handed over what is typed in them

export class Now {
  private readonly asked: Set<string>;
  private shown = "";
  private state = "";
  private typedAt = -TYPED_WITHIN;

  constructor(
    private readonly form: Form,
    schema: object,
    private readonly freed: (isFree: boolean) => void,
  ) {
    this.asked = new Set(variables(schema as Component));
    const { part } = this;
    this.shown = part?.dataset.shown ?? "";
    this.renewed();
    window.addEventListener("input", () => (this.typedAt = performance.now()), true);
    if (part?.parentElement) {
      new MutationObserver(() => this.renewed()).observe(part.parentElement, {
        childList: true, subtree: true, attributes: true, attributeFilter: ["data-shown", "data-state"],
      });
    }
  }

  // Looked up each time: a part that is fetched may be a new element.
  private get part() {
    return document.getElementById("now");
  }

  // Fetches it anew.
  look() {
    this.part?.dispatchEvent(new Event("renew"));
  }

  private renewed() {
    const calm = this.typedAt + TYPED_WITHIN - performance.now();
    if (calm > 0) {
      setTimeout(() => this.renewed(), calm);
      return;
    }
    const { shown = "", state = "free" } = this.part?.dataset ?? {};
    if (shown !== this.shown) {
      this.shown = shown;
      this.show(JSON.parse(shown));
    }
    if (state !== this.state) {
      this.state = state;
      this.freed(state === "free");
    }
  }

  private show(values: Values) {
    const inner = this.form as unknown as Inner;
    const { data, initialData } = inner._getState();
    const news = Object.fromEntries(Object.entries(values).filter(([name]) => !this.asked.has(name)));
    inner._setState({ data: { ...data, ...news }, initialData: { ...initialData, ...news } });
  }
}

function variables({ key, path, components = [] }: Component): string[] {
  const own = (path || key || "").split(".")[0];
  return own ? [own] : components.flatMap(variables);
}

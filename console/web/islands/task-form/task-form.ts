// <task-form>: the form of a task. Shows the schema with the values, keeps what is filled in as a draft on the server,
// and puts the answer into the page's own form, which sends it.
import { Form } from "@bpmn-io/form-js-viewer";
import { withChecks } from "./checks";
import { inEnglish } from "./english";
import { Now } from "./now";
import { Refused } from "./refused";
import { withSteadyPresses } from "./steady";
import { withTyped } from "./typed";
import { isEnglish } from "./words";

const KEEP_AFTER = 1_500;

type Values = Record<string, unknown>;

class TaskForm extends HTMLElement {
  private readonly form = new Form();
  private kept = "";
  private seen = "";
  private timer = 0;
  private sending = false;
  private now?: Now;

  async connectedCallback() {
    const { schema, values } = this.data();
    if (!schema) {
      return;
    }
    const refused = this.refused();
    this.form.attachTo(this);
    withSteadyPresses(this.form);
    withTyped(this.form, this);
    withChecks(this.form, () => JSON.parse(this.answer()), refused);
    await this.form.importSchema(isEnglish ? inEnglish(schema) : schema, values);
    this.tidy();
    if (!refused.isEmpty) {
      this.form.validate();
    }
    this.kept = this.seen = this.answer();
    this.form.on("changed", () => this.changed());
    this.now = new Now(this.form, schema, (isFree) => this.freed(isFree));
    this.page?.addEventListener("submit", (event) => this.send(event));
    document.addEventListener("visibilitychange", () => document.hidden && this.keep());
    window.addEventListener("pageshow", ({ persisted }) => {
      this.sending = false;
      if (persisted) {
        this.now?.look(); // the page as it was left: what it shows may have changed
      }
    });
    this.toggleAttribute("ready", true);
  }

  private data(): { schema?: Values; values: Values } {
    const schema = this.getAttribute("schema");
    return schema ? { schema: JSON.parse(schema), values: JSON.parse(this.getAttribute("values") ?? "{}") } : { values: {} };
  }

  // Whoever has it sends it; what was filled in by then is kept.
  private freed(isFree: boolean) {
    if (!isFree) {
      this.keep();
    }
    this.form.setProperty("readOnly", !isFree);
    const send = this.page?.querySelector<HTMLElement>("[data-send]");
    if (send) {
      send.hidden = !isFree;
    }
  }

  // What the server found wrong, by the field's path.
  private refused(): Refused {
    const said = [...this.querySelectorAll("data")].map((one) => [one.value, one.textContent ?? ""] as const);
    this.replaceChildren();
    return new Refused(new Map(said));
  }

  private get page(): HTMLFormElement | null {
    return this.closest("form");
  }

  // The viewer brings a form element of its own, which must not stand in the page's form.
  private tidy() {
    this.querySelector(".fjs-form")?.setAttribute("role", "group");
  }

  // What is asked for and filled in, without what the form shows only.
  private answer(): string {
    // the viewer has no public way to read without validating
    return JSON.stringify((this.form as unknown as { _getSubmitData(): Values })._getSubmitData());
  }

  // The viewer says so, too, where it only draws anew: what is said stays until something else is filled in.
  private changed() {
    const answer = this.answer();
    if (answer === this.seen) {
      return;
    }
    this.seen = answer;
    clearTimeout(this.timer);
    this.say("");
    this.timer = window.setTimeout(() => this.keep(), KEEP_AFTER);
  }

  private async keep() {
    clearTimeout(this.timer);
    const answer = this.answer();
    if (answer === this.kept) {
      return;
    }
    try {
      const response = await fetch(this.getAttribute("draft") ?? "", {
        method: "POST",
        body: answer,
        keepalive: true,
        redirect: "error",
        headers: { "Content-Type": "text/plain", [this.getAttribute("csrf-header") ?? ""]: this.getAttribute("csrf-token") ?? "" },
      });
      if (response.status === 401) {
        this.say("signed-out");
        return;
      }
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      this.kept = answer;
      this.say("saved");
      this.now?.look();
    } catch {
      this.say("not-saved");
    }
  }

  // Enter in a field submits the viewer's form, which is heard here, too: then the page's form is meant.
  private send(event: SubmitEvent) {
    if (event.target !== this.page) {
      event.preventDefault();
      this.page!.requestSubmit();
      return;
    }
    const { data, errors } = this.form.submit() as { data: Values; errors: Record<string, string[]> };
    if (this.sending) {
      event.preventDefault();
    } else if (Object.keys(errors).length > 0) {
      event.preventDefault();
      this.say("wrong");
      this.querySelector<HTMLElement>(".fjs-has-errors input, .fjs-has-errors textarea, .fjs-has-errors [tabindex]")?.focus();
    } else if (!navigator.onLine) {
      event.preventDefault(); // else the browser's own error page takes the place of what was filled in
      this.say("offline");
    } else {
      this.sending = true;
      this.say("sending");
      clearTimeout(this.timer);
      (this.page!.elements.namedItem("values") as HTMLInputElement).value = JSON.stringify(data);
    }
  }

  private say(what: "saved" | "not-saved" | "signed-out" | "wrong" | "offline" | "sending" | "") {
    const place = this.page?.querySelector("[data-saved]");
    if (place) {
      place.textContent = what ? this.getAttribute(what) : "";
    }
  }
}

customElements.define("task-form", TaskForm);

// <bpmn-drawing>: a process as it was drawn, with what stands where. It is moved by dragging, by the arrow keys and by its
// buttons, and leaves the wheel to the page. The page says the same in text; bpmn.io's mark stays free at the lower right.
import Viewer from "bpmn-js/lib/Viewer";

type Mark = { id: string; running: number; incidents: number; seconds: number; done: boolean };
type Marks = { marks: Mark[]; flows: string[] };
type Canvas = {
  zoom(scale?: number | "fit-viewport", centre?: "auto" | { x: number; y: number }): number;
  scroll(by: { dx: number; dy: number }): void;
  addMarker(id: string, name: string): void;
  viewbox(): { outer: { width: number; height: number } };
  viewbox(box: { x: number; y: number; width: number; height: number }): void;
};
type Shape = { type: string; x: number; y: number; width: number; height: number };
type Overlays = { add(id: string, what: { position: object; html: HTMLElement; show?: object }): void };

const STEP = 60;
const NEARER = 1.25;
const LEGIBLE = 0.6;
const LARGEST = 3;
const SMALLEST = 0.1;
const MOVES: Record<string, [number, number]> = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };

// What can't go on first, then what has the most; of two alike the later.
function busier(one: Mark | undefined, other: Mark): Mark | undefined {
  if (other.incidents + other.running === 0) {
    return one;
  }
  return one && (one.incidents > other.incidents || (one.incidents === other.incidents && one.running > other.running)) ? one : other;
}

class BpmnDrawing extends HTMLElement {
  private readonly viewer = new Viewer();

  async connectedCallback() {
    const place = document.createElement("div");
    place.className = "bpmn-drawing__place";
    place.tabIndex = 0;
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", this.getAttribute("label") ?? "");
    this.append(this.buttons(), place);
    this.viewer.attachTo(place);
    await this.viewer.importXML(this.getAttribute("xml") ?? "");
    const { marks, flows } = JSON.parse(this.getAttribute("marks") ?? '{"marks":[],"flows":[]}') as Marks;
    const shown = marks.filter((mark) => this.drawn(mark.id));
    shown.forEach((mark) => this.mark(mark));
    flows.filter((id) => this.drawn(id)).forEach((id) => this.canvas.addMarker(id, "is-done"));
    this.begin(shown.filter((mark) => !this.isAround(mark.id)).reduce(busier, undefined));
    this.listen(place);
    this.toggleAttribute("ready", true);
  }

  private get canvas(): Canvas {
    return this.viewer.get<Canvas>("canvas");
  }

  private drawn(id: string): Shape | undefined {
    return this.viewer.get<{ get(id: string): Shape | undefined }>("elementRegistry").get(id);
  }

  // Whether other elements are drawn within it.
  private isAround(id: string): boolean {
    return this.drawn(id)?.type === "bpmn:SubProcess";
  }

  // All of it where that can be read; else where something stands.
  private begin(first: Mark | undefined) {
    this.canvas.zoom("fit-viewport", "auto");
    const shape = first && this.drawn(first.id);
    if (shape && this.canvas.zoom() < LEGIBLE) {
      const { outer } = this.canvas.viewbox();
      const [width, height] = [outer.width / LEGIBLE, outer.height / LEGIBLE];
      this.canvas.viewbox({ x: shape.x + shape.width / 2 - width / 2, y: shape.y + shape.height / 2 - height / 2, width, height });
    }
  }

  private mark({ id, running, incidents, seconds, done }: Mark) {
    const state = incidents > 0 ? "is-hindered" : running > 0 ? "is-running" : done ? "is-done" : "";
    if (state && !this.isAround(id)) {
      this.canvas.addMarker(id, state);
    }
    this.label(id, { bottom: 10, left: -8 }, running, "running");
    this.label(id, { bottom: 10, right: 14 }, incidents, "hindered");
    if (seconds >= 60) {
      this.label(id, { top: -12, right: 40 }, this.length(seconds), "time");
    }
  }

  private label(id: string, position: object, text: number | string, kind: string) {
    if (text === 0) {
      return;
    }
    const html = document.createElement("span");
    html.className = `bpmn-drawing__label bpmn-drawing__label--${kind}`;
    html.textContent = String(text);
    this.viewer.get<Overlays>("overlays").add(id, { position, html });
  }

  // In its largest unit, as the page's language writes it.
  private length(seconds: number): string {
    const [value, unit] = seconds < 3600 ? [seconds / 60, "minute"] : seconds < 172_800 ? [seconds / 3600, "hour"] : [seconds / 86_400, "day"];
    return new Intl.NumberFormat(this.getAttribute("words") ?? "zh-CN", { style: "unit", unit: unit as string, unitDisplay: "narrow", maximumFractionDigits: 1 })
      .format(value as number);
  }

  private buttons(): HTMLElement {
    const all = document.createElement("div");
    all.className = "bpmn-drawing__buttons";
    all.append(
      this.button("nearer", () => this.zoom(NEARER)),
      this.button("farther", () => this.zoom(1 / NEARER)),
      this.button("whole", () => this.canvas.zoom("fit-viewport", "auto")),
    );
    return all;
  }

  private button(name: string, pressed: () => void): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button-link";
    button.lang = this.getAttribute("words") ?? "";
    button.textContent = this.getAttribute(name);
    button.addEventListener("click", pressed);
    return button;
  }

  private zoom(by: number) {
    this.canvas.zoom(Math.min(LARGEST, Math.max(SMALLEST, this.canvas.zoom() * by)), "auto");
  }

  private listen(place: HTMLElement) {
    place.addEventListener("keydown", (event) => {
      const move = MOVES[event.key];
      if (move) {
        this.canvas.scroll({ dx: move[0], dy: move[1] });
      } else if (event.key === "+" || event.key === "-") {
        this.zoom(event.key === "+" ? NEARER : 1 / NEARER);
      } else {
        return;
      }
      event.preventDefault();
    });
    place.addEventListener("pointermove", (event) => {
      if (event.buttons === 1) {
        this.canvas.scroll({ dx: event.movementX, dy: event.movementY });
      }
    });
  }
}

customElements.define("bpmn-drawing", BpmnDrawing);

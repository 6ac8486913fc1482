// An error line that comes or goes while something is being pressed moves it from under the mouse, and the click is lost:
// what the form has to show waits for the button's release.
import type { Form } from "@bpmn-io/form-js-viewer";

type State = { errors: object };
type Inner = { _state: State; _getState(): State; _setState(state: Partial<State>): void; _emit(event: string, state: State): void };

export function withSteadyPresses(form: Form) {
  const inner = form as unknown as Inner;
  let pressed = false;
  let waiting = false;
  let seen: object = {};

  // The viewer changes the errors that it is given; while something is pressed it is given those that stand on the page.
  inner._getState = () => ({ ...inner._state, errors: structuredClone(pressed ? seen : inner._state.errors) });
  inner._setState = (state) => {
    inner._state = { ...inner._state, ...state };
    waiting = pressed;
    if (!pressed) {
      inner._emit("changed", inner._getState());
    }
  };

  const press = () => {
    seen = structuredClone(inner._state.errors);
    pressed = true;
  };
  const release = () => {
    pressed = false;
    if (waiting) {
      waiting = false;
      inner._emit("changed", inner._getState());
    }
  };
  window.addEventListener("mousedown", press, true);
  // when the click comes it is known what was pressed; where none comes, the release is all
  window.addEventListener("click", release, true);
  window.addEventListener("mouseup", () => setTimeout(release), true);
  window.addEventListener("dragend", release, true);
  window.addEventListener("blur", release);
}

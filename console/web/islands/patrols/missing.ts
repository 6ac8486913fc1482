// What the server would ask for is asked for here, before it is kept: without a network it is heard only when nobody stands there any more.
const WITHOUT_FINDING = ["lane", "disorder"];
const WITH_FINDING = [...WITHOUT_FINDING, "what", "place"];

/** Whether something is missing; says it at its field, and goes to the first. */
export function isMissing(form: HTMLFormElement): boolean {
  form.querySelectorAll(".govuk-error-message[data-missing]").forEach((said) => said.remove());
  const sent = new FormData(form);
  const missing = (["none", null].includes(sent.get("disorder") as string | null) ? WITHOUT_FINDING : WITH_FINDING).filter((name) => String(sent.get(name) ?? "").trim() === "");
  missing.forEach((name) => say(form, name));
  const first = form.querySelector<HTMLElement>(`#${missing[0]}`);
  first?.scrollIntoView({ block: "center" });
  (first?.matches("fieldset") ? first.querySelector<HTMLElement>("input") : first)?.focus({ preventScroll: true });
  return missing.length > 0;
}

function say(form: HTMLFormElement, name: string) {
  const field = form.querySelector<HTMLElement>(`#${name}`);
  const said = document.createElement("p");
  said.className = "govuk-error-message";
  said.dataset.missing = name;
  said.setAttribute("role", "alert");
  said.textContent = form.getAttribute(`data-missing-${name}`);
  if (field?.matches("fieldset")) {
    field.querySelector("legend")?.after(said);
  } else {
    field?.before(said);
  }
}

// Photos are sent one by one, so that one that fails keeps out none of the others, nor what is filled in beside them.
// Without script the form sends them all at once.
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const input = form.querySelector<HTMLInputElement>("input[type=file]");
  if (form.hasAttribute("data-photos") && input?.files?.length) {
    event.preventDefault();
    void send(form, input);
  }
});

async function send(form: HTMLFormElement, input: HTMLInputElement) {
  const button = form.querySelector("button")!;
  const files = [...input.files!];
  button.disabled = true;
  let taken = true;
  for (const file of files) {
    const line = form.querySelector("[data-outcomes]")!.appendChild(document.createElement("li"));
    line.textContent = `${file.name}: ${form.dataset.sending}`;
    taken = (await sendOne(form, input.name, file, line)) && taken;
  }
  button.disabled = false;
  input.value = "";
  if (taken && new URL(form.action).pathname === location.pathname) {
    location.reload();
  }
}

async function sendOne(form: HTMLFormElement, name: string, file: File, line: HTMLElement): Promise<boolean> {
  // A server that stops reading looks like a lost connection.
  if (file.size > Number(form.dataset.max)) {
    line.textContent = `${file.name}: ${form.dataset.large}`;
    line.className = "govuk-error-message";
    return false;
  }
  const body = new FormData();
  body.append(name, file);
  try {
    const response = await fetch(form.action, { method: "POST", body, redirect: "error" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const said = page.querySelector("#outcomes li")?.textContent ?? page.querySelector(".govuk-error-summary")?.textContent?.trim();
    line.textContent = said ?? `${file.name}: ${form.dataset.failed}`;
    line.className = response.ok ? "" : "govuk-error-message";
    return response.ok;
  } catch {
    line.textContent = `${file.name}: ${form.dataset.failed}`;
    line.className = "govuk-error-message";
    return false;
  }
}

// <patrol-book>: what this device keeps of its person's patrols, and the form that is kept before it is sent.
import { isMissing } from "./missing";
import { send, type News } from "./queue";
import * as store from "./store";

const AGAIN = 30_000;

class PatrolBook extends HTMLElement {
  private readonly list = document.createElement("ul");
  private readonly said = document.createElement("div");
  private readonly sent: HTMLElement[] = [];

  async connectedCallback() {
    this.said.setAttribute("role", "status");
    this.list.className = "kept";
    this.append(this.said, this.list);
    await this.begin();
    document.addEventListener("submit", (event) => void this.submitted(event));
    window.addEventListener("online", () => void this.send());
    window.addEventListener("pageshow", () => void this.send());
    setInterval(() => void this.send(), AGAIN);
    await this.show();
    await this.send();
    this.toggleAttribute("ready", true);
  }

  // With a network the server says who it is and what his form is; without, what it said last.
  private async begin() {
    const place = document.querySelector<HTMLElement>("#patrol");
    const id = document.querySelector<HTMLInputElement>("input[name=_person]")?.value;
    if (id) {
      store.isPerson(id);
    }
    const form = place?.querySelector<HTMLFormElement>("form[data-patrol]");
    if (form && id) {
      await store.keepForm(id, blank(form));
    } else if (place?.hasAttribute("data-offline")) {
      await this.fromDevice(place);
    }
    await register();
  }

  private async fromDevice(place: HTMLElement) {
    const id = store.person();
    const html = id ? await store.form(id) : undefined;
    if (!html) {
      this.say(this.dataset.none ?? "");
      return;
    }
    // our own server's markup, kept by this page for the same person
    place.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    renew(place.querySelector("form")!);
  }

  private async submitted(event: SubmitEvent) {
    const form = event.target as HTMLFormElement;
    if (!form.hasAttribute("data-patrol")) {
      return;
    }
    event.preventDefault();
    if (isMissing(form)) {
      return;
    }
    try {
      await this.keep(form);
    } catch {
      this.say(this.dataset.noRoom ?? "", true); // the form stays as it is
    }
  }

  private async keep(form: HTMLFormElement) {
    const id = store.person();
    if (!id) {
      this.say(this.dataset.signIn ?? "", true);
      return;
    }
    if ((await store.kept(id)).length >= store.KEPT_MAX) {
      this.say((this.dataset.full ?? "").replace("{0}", String(store.KEPT_MAX)), true);
      return;
    }
    await store.keep(read(form, id));
    if (form.dataset.mends) {
      await store.forget(form.dataset.mends); // the new one is safe
      delete form.dataset.mends;
      delete form.dataset.at;
    }
    form.reset();
    renew(form);
    this.say(this.dataset.kept ?? "");
    await this.show();
    this.scrollIntoView();
    await this.send();
  }

  private async send() {
    await send((news) => this.told(news));
    await this.show();
  }

  private told(news: News) {
    if (news.kind === "signIn") {
      this.say(this.dataset.signIn ?? "", true);
    } else if (news.kind === "sent") {
      const line = this.line(news.one, this.dataset.sent ?? "", "kept__sent");
      const link = line.appendChild(document.createElement("a"));
      link.href = news.sent.path;
      link.textContent = `${this.dataset.open} ${news.sent.number}`;
      this.sent.push(line);
      this.said.replaceChildren();
    }
  }

  private async show() {
    const id = store.person();
    const kept = id ? await store.kept(id) : [];
    this.list.replaceChildren(...kept.map((one) => this.waiting(one)), ...this.sent);
  }

  private waiting(one: store.Kept): HTMLElement {
    const refused = one.refused.length > 0;
    const line = this.line(one, (refused ? this.dataset.refused : this.dataset.waiting) ?? "", refused ? "kept__refused" : "kept__waiting");
    for (const sentence of one.refused) {
      const said = line.appendChild(document.createElement("p"));
      said.className = "govuk-error-message";
      said.textContent = sentence;
    }
    if (refused) {
      const deeds = line.appendChild(document.createElement("div"));
      deeds.className = "do";
      deeds.append(this.button(this.dataset.mend, () => this.mend(one)), this.button(this.dataset.discard, () => this.discard(one)));
    }
    return line;
  }

  private line(one: store.Kept, state: string, style: string): HTMLElement {
    const line = document.createElement("li");
    line.className = style;
    line.dataset.ticket = one.ticket;
    const about = line.appendChild(document.createElement("p"));
    about.append(Object.assign(document.createElement("b"), { textContent: state }), ` ${one.lane} · ${one.found || this.dataset.clean} `);
    const at = about.appendChild(document.createElement("span"));
    at.className = "num quiet small";
    at.textContent = new Date(one.at).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
    if (one.photos.length > 0) {
      at.textContent += ` · ${(this.dataset.photos ?? "").replace("{0}", String(one.photos.length))}`;
    }
    return line;
  }

  private button(words: string | undefined, act: () => Promise<void>): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "govuk-button govuk-button--secondary";
    button.textContent = words ?? "";
    button.addEventListener("click", () => void act());
    return button;
  }

  // Back into the form, with its photos; it stays in the list until it is kept anew, under a ticket of its own.
  private async mend(one: store.Kept) {
    const form = document.querySelector<HTMLFormElement>("form[data-patrol]");
    if (!form) {
      location.assign("/patrols/new");
      return;
    }
    form.reset();
    renew(form);
    for (const [name, value] of one.fields) {
      const fields = [...form.elements].filter((field): field is HTMLInputElement => (field as HTMLInputElement).name === name);
      fields.forEach((field) => (field.type === "radio" ? (field.checked = field.value === value) : name === "ticket" || (field.value = value)));
    }
    for (const input of form.querySelectorAll<HTMLInputElement>("input[type=file]")) {
      const files = new DataTransfer();
      one.photos.filter((photo) => photo.field === input.name).forEach((photo) => files.items.add(new File([photo.blob], photo.name, { type: photo.blob.type })));
      input.files = files.files;
    }
    form.dataset.mends = one.ticket;
    form.dataset.at = one.at; // it was walked then
    form.scrollIntoView();
    form.querySelector<HTMLElement>("textarea")?.focus();
  }

  private async discard(one: store.Kept) {
    if (confirm(this.dataset.discarding)) {
      await store.forget(one.ticket);
      await this.show();
    }
  }

  private say(words: string, wrong = false) {
    const line = document.createElement("p");
    line.className = wrong ? "notice notice--wrong" : "notice";
    line.textContent = words;
    this.said.replaceChildren(line);
  }
}

// As an empty form, without what is only of this session.
function blank(form: HTMLFormElement): string {
  const copy = form.cloneNode(true) as HTMLFormElement;
  copy.action = "/patrols/new";
  copy.querySelectorAll(".govuk-error-summary, .govuk-error-message").forEach((said) => said.remove());
  copy.querySelectorAll<HTMLTextAreaElement>("textarea").forEach((field) => (field.textContent = ""));
  return copy.outerHTML;
}

function renew(form: HTMLFormElement) {
  form.querySelector<HTMLInputElement>("input[name=ticket]")!.value = ticket();
}

// A UUID, also where the page came without TLS, which has no randomUUID.
function ticket(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function read(form: HTMLFormElement, person: string): store.Kept {
  const at = form.dataset.at ?? new Date().toISOString();
  const data = new FormData(form);
  data.set("walkedAt", at);
  const fields: [string, string][] = [];
  const photos: store.Photo[] = [];
  for (const [name, value] of data) {
    if (typeof value === "string") {
      fields.push([name, value]);
    } else if (value.size > 0 && photos.filter((photo) => photo.field === name).length < max(form, name)) {
      photos.push({ field: name, name: value.name, blob: value });
    }
  }
  return { ticket: String(data.get("ticket")), person, at, fields, photos, lane: chosen(form, "lane"), found: data.get("disorder") === "none" ? "" : chosen(form, "disorder"), refused: [] };
}

function max(form: HTMLFormElement, name: string): number {
  return Number(form.querySelector<HTMLInputElement>(`input[name=${name}]`)?.dataset.max);
}

function chosen(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`input[name=${name}]:checked`)?.parentElement?.textContent?.trim() ?? "";
}

// Without TLS there is none: then the form needs a network to open, and still waits for it to send.
async function register() {
  const language = document.documentElement.lang;
  try {
    await navigator.serviceWorker?.register(`/patrols/worker.js?language=${language}`, { scope: "/patrols" });
  } catch {
    // the form works without
  }
}

customElements.define("patrol-book", PatrolBook);

// Sends what waits, in the order in which it was kept, each under its own ticket: the server makes one patrol of a ticket,
// however often it comes, so that an answer that was lost costs nothing.
import * as store from "./store";

export interface Sent {
  number: string;
  path: string;
}

export type News = { kind: "sent"; one: store.Kept; sent: Sent } | { kind: "refused"; one: store.Kept } | { kind: "signIn" };

let sending = false;
let again = false;

// Who asks while it sends, as when the network comes back meanwhile, has it try once more.
export async function send(tell: (news: News) => void = () => {}): Promise<void> {
  again = sending;
  if (sending) {
    return;
  }
  sending = true;
  try {
    do {
      again = false;
      await sendOnce(tell);
    } while (again);
  } finally {
    sending = false;
  }
}

async function sendOnce(tell: (news: News) => void) {
  const id = store.person();
  if (!id || (await waiting(id)).length === 0) {
    return;
  }
  // one tab at a time; where a browser has no locks, the tickets alone keep it one patrol
  const work = () => sendAll(id, tell);
  await (navigator.locks ? navigator.locks.request("patrols", { ifAvailable: true }, (lock) => (lock ? work() : undefined)) : work());
}

async function waiting(id: string) {
  return (await store.kept(id)).filter((one) => one.refused.length === 0);
}

async function sendAll(id: string, tell: (news: News) => void) {
  const action = await wayIn(id);
  if (!action) {
    if (action === null) {
      tell({ kind: "signIn" });
    }
    return;
  }
  for (const one of await waiting(id)) {
    if (!(await sendOne(action, one, tell))) {
      return;
    }
  }
}

// Where the form of today is sent; null where its person has to sign in first, undefined where there is no network.
// The server says who is signed in: nothing is sent under another's name.
async function wayIn(id: string): Promise<string | null | undefined> {
  if (!navigator.onLine) {
    return undefined;
  }
  try {
    const response = await fetch("/patrols/new", { cache: "no-store" });
    if (response.status >= 500) {
      return undefined;
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const token = page.querySelector<HTMLInputElement>("input[name=_csrf]")?.value;
    const person = page.querySelector<HTMLInputElement>("input[name=_person]")?.value;
    return response.ok && token && person === id ? `/patrols/new?_csrf=${encodeURIComponent(token)}` : null;
  } catch {
    return undefined;
  }
}

// Whether the next may be sent, too.
async function sendOne(action: string, one: store.Kept, tell: (news: News) => void): Promise<boolean> {
  const body = new FormData();
  one.fields.forEach(([name, value]) => body.append(name, value));
  one.photos.forEach((photo) => body.append(photo.field, photo.blob, photo.name));
  let response;
  let html;
  try {
    response = await fetch(action, { method: "POST", body });
    html = await response.text();
  } catch {
    return false;
  }
  const at = new URL(response.url).pathname.match(/^\/patrols\/(P[0-9-]+)$/);
  if (response.ok && at) {
    await store.forget(one.ticket);
    tell({ kind: "sent", one, sent: { number: at[1], path: at[0] } });
    return true;
  }
  const said = sentences(html);
  if (response.status !== 422 || said.length === 0) {
    return false;
  }
  one.refused = said;
  await store.keep(one);
  tell({ kind: "refused", one });
  return true;
}

function sentences(html: string): string[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  return [...page.querySelectorAll(".govuk-error-summary li")].map((line) => line.textContent?.trim() ?? "");
}

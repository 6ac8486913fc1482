// What a device keeps of patrols until they are sent, by person: whoever else signs in neither sees nor sends it.
export interface Photo {
  field: string;
  name: string;
  blob: Blob;
}

export interface Kept {
  ticket: string;
  person: string;
  at: string;
  fields: [string, string][];
  photos: Photo[];
  lane: string;
  found: string;
  // what the server said where it can't be taken as it is; empty while it waits
  refused: string[];
}

const PERSON = "patrols.person";
const WAITING = "patrols.waiting";

export const KEPT_MAX = 50;

// Whose forms this device shows without a network; null where nobody is signed in.
export function person(): string | null {
  return localStorage.getItem(PERSON);
}

export function isPerson(id: string) {
  localStorage.setItem(PERSON, id);
}

export function isNobody() {
  localStorage.removeItem(PERSON);
}

// Whether something may wait here, so that other pages needn't open the store to know.
export function mayWait(): boolean {
  return localStorage.getItem(WAITING) !== null;
}

export async function keepForm(id: string, html: string) {
  await put("forms", html, id);
}

export async function form(id: string): Promise<string | undefined> {
  return get("forms", id);
}

// All of the person's, the oldest first.
export async function kept(id: string): Promise<Kept[]> {
  const all = await whole("waiting");
  return all.filter((one) => one.person === id).sort((one, other) => one.at.localeCompare(other.at));
}

export async function keep(one: Kept) {
  localStorage.setItem(WAITING, "yes");
  await put("waiting", one);
}

export async function forget(ticket: string) {
  await act("waiting", "readwrite", (store) => store.delete(ticket));
  if ((await whole("waiting")).length === 0) {
    localStorage.removeItem(WAITING);
  }
}

async function whole(store: string): Promise<Kept[]> {
  return act(store, "readonly", (found) => found.getAll());
}

async function get(store: string, key: string) {
  return act(store, "readonly", (found) => found.get(key));
}

async function put(store: string, value: unknown, key?: string) {
  await act(store, "readwrite", (found) => found.put(value, key));
}

// Done when it is on the disk, and not before.
async function act<T>(store: string, mode: IDBTransactionMode, what: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = what(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? request.error);
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("patrols", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("forms");
      request.result.createObjectStore("waiting", { keyPath: "ticket" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

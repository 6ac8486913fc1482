// The service worker of /patrols: without a network it answers with a page that names nobody, which then shows what the
// device keeps for its person. No page of anybody is kept here.
interface Waits extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetches extends Waits {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker extends EventTarget {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
}
const worker = self as unknown as Worker;
const CACHE = "patrols";
const SHELL = "/patrols/offline";
const language = new URL(worker.location.href).searchParams.get("language") ?? "zh-CN";

worker.addEventListener("install", (event) => (event as Waits).waitUntil(keep().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => (event as Waits).waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (happened) => {
  const event = happened as Fetches;
  const { request } = event;
  const path = new URL(request.url).pathname;
  if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(page(request, event));
  } else if (path.startsWith("/assets/")) {
    event.respondWith(fetch(request).catch(() => kept(request.url)));
  }
});

async function page(request: Request, event: Waits): Promise<Response> {
  try {
    const response = await fetch(request);
    // what is kept follows the program, which may be a newer one
    event.waitUntil(keep().catch(() => {}));
    return response;
  } catch {
    return kept(SHELL);
  }
}

async function kept(path: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? Response.error();
}

// The page with its style and scripts, whole or not at all; what is of an earlier program goes.
async function keep() {
  const shell = await fetch(SHELL, { credentials: "omit", cache: "no-store", headers: { "Accept-Language": language } });
  const html = await shell.clone().text();
  if (!shell.ok) {
    return;
  }
  const cache = await caches.open(CACHE);
  const wanted = new Set([...html.matchAll(/"(\/assets\/[^"]+)"/g)].map((found) => found[1]));
  for (const path of wanted) {
    const response = (await cache.match(path)) ?? (await fetch(path, { credentials: "omit" }));
    if (!response.ok) {
      return;
    }
    await cache.put(path, response.clone());
    if (path.endsWith(".js")) {
      for (const [, part] of (await response.text()).matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) {
        wanted.add(`/assets/${part}`); // a set that grows is walked to its end
      }
    }
  }
  await cache.put(SHELL, shell);
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (path !== SHELL && !wanted.has(path)) {
      await cache.delete(request);
    }
  }
}

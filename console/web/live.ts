// A part of a page that shows what others change fetches itself anew when the server says that something changed.
// Where no such word comes (no room, an old proxy) it does so every half minute or minute, as its attributes say.
import htmx from "htmx.org";

const SOON = 400;
const ONCE_MORE = 3_000; // the engine makes the next task a moment after the step is noted

for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) {
  let source: EventSource | undefined;
  let waiting: number | undefined;
  const id = part.id;

  const renew = () => {
    const shown = document.getElementById(id);
    // what somebody is about to press or to copy isn't taken away from under his hand
    if (shown && !getSelection()?.toString()) {
      htmx.trigger(shown, "renew");
    }
  };
  const changed = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      renew();
      waiting = window.setTimeout(renew, ONCE_MORE);
    }, SOON);
  };
  const listen = () => {
    source = new EventSource("/live?of=" + encodeURIComponent(part.dataset.live ?? ""));
    source.addEventListener("changed", changed);
  };

  // Browsers keep six connections to a server for all tabs: one that isn't looked at needs none.
  document.addEventListener("visibilitychange", () => {
    source?.close();
    if (!document.hidden) {
      renew();
      listen();
    }
  });
  window.addEventListener("pagehide", () => source?.close());
  if (!document.hidden) {
    listen();
  }
}

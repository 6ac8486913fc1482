// What every page loads: parts of pages by htmx, and its settings. Everything works without it.
import htmx from "htmx.org";
import "./live";
import "./keys";
import "./photos";
import "./islands/patrols/everywhere";

// The style of waiting things stands in our own style sheet: the page allows no inline style.
// What somebody has opened stays open when the part around it is fetched anew.
Object.assign(htmx.config, { includeIndicatorCSS: false, morphIgnore: ["data-htmx-powered", "open"] });

// A menu that is open closes where something else is pressed, or by Escape.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.shell__who[open]")) {
    if (!menu.contains(event.target as Node)) {
      menu.open = false;
    }
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    document.querySelectorAll<HTMLDetailsElement>("details.shell__who[open]").forEach((menu) => (menu.open = false));
  }
});

// What went wrong is read first: a summary of errors has the focus when the page comes.
document.querySelector<HTMLElement>(".govuk-error-summary")?.focus();

// Where the navigation is wider than the screen, the entry of this page is brought into view.
const entries = document.querySelector<HTMLElement>(".shell__nav ul");
const current = entries?.querySelector<HTMLElement>("[aria-current]");
if (entries && current) {
  const [all, one] = [entries.getBoundingClientRect(), current.getBoundingClientRect()];
  entries.scrollLeft += one.left - all.left - (all.width - one.width) / 2;
}

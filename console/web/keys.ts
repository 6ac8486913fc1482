// Shortcuts of one key, where a page offers them by data-key: never while somebody types, and each browser can switch them off
// (WCAG 2.1.4).
const OFF = "keys-off";
const switches = document.querySelectorAll<HTMLInputElement>("[data-keys]");

function isOn(): boolean {
  return switches.length > 0 && localStorage.getItem(OFF) === null;
}

function show() {
  document.documentElement.classList.toggle("keys", isOn());
  for (const one of switches) {
    one.checked = isOn();
    one.closest<HTMLElement>("[hidden]")?.removeAttribute("hidden");
  }
}

for (const one of switches) {
  one.addEventListener("change", () => {
    one.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "");
    show();
  });
}
show();

document.addEventListener("keydown", (event) => {
  const busy = event.defaultPrevented || event.isComposing || event.repeat || event.ctrlKey || event.altKey || event.metaKey;
  if (busy || !isOn() || isTyping(event.target as HTMLElement)) {
    return;
  }
  const wanted = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (wanted) {
    event.preventDefault();
    wanted.focus();
    wanted.click();
  }
});

function isTyping(where: HTMLElement): boolean {
  return where.isContentEditable || where.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=button], [type=submit])");
}

// On every page: what waits is sent, and where somebody signs in anew, the device shows nobody's forms until he is known.
import { isNobody, mayWait } from "./store";

if (location.pathname === "/sign-in") {
  isNobody();
} else if (mayWait() && !location.pathname.startsWith("/patrols")) {
  void import("./queue").then((queue) => queue.send());
}

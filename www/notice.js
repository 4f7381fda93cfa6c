// What has just happened, and the way back.
import { announce } from "./announce.js";
import { h, set, write } from "./dom.js";

/** A line that says what has happened, with a button that undoes it. */
export function noticeElement() {
  const text = h("span");
  let undo;
  const element = h(
    "p",
    { class: "notice", hidden: true },
    text,
    " ",
    h("button", { type: "button", class: "quiet", click: () => undo() }, "Undo"),
  );
  return {
    element,
    show(what, back) {
      undo = back;
      write(text, what);
      set(element, "hidden", false);
      announce(what);
    },
    hide: () => set(element, "hidden", true),
  };
}

// Following what an issue suggests, and the way back.
import { announce } from "./announce.js";
import { pointAt } from "./caret.js";
import { noticeElement } from "./notice.js";

/** What mends the fields of a bound form; `bound` tells its binding. */
export function menderOf(bound) {
  const notice = noticeElement();

  /** What can be done about an issue that is shown at an element. */
  function actionsOf({ suggestion, within }, element) {
    const actions = [];
    const aim = suggestion && bound().placeAt(suggestion.pointer);
    if (aim && aim.pointer === suggestion.pointer) {
      actions.push({ label: suggestion.title, about: ` (${aim.name})`, act: () => follow(suggestion, aim) });
    }
    if (within && element.matches("textarea, input")) {
      const about = ` line ${within.line}, column ${within.column}`;
      actions.push({ label: "Show", about, act: () => pointAt(element, within) });
    }
    return actions;
  }

  // The focus goes first: what had it may be gone when the issues are shown anew.
  function follow(suggestion, { element, name }) {
    const before = element.value;
    element.focus();
    if (!bound().apply(suggestion)) return;
    notice.show(`${name} is ${element.value ? `now ${short(element.value)}` : "left out"}.`, () => {
      element.focus();
      element.value = before;
      bound().refresh();
      announce("Undone.");
    });
    element.closest(".field").append(notice.element);
  }

  return { actionsOf, settle: notice.hide };
}

const MOST = 64;
const short = (text) => ([...text].length > MOST ? `${[...text].slice(0, MOST).join("")}…` : text);

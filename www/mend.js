// Following what an issue suggests: the library changes the request, and the form does the same to the field.
import { applySuggestion } from "./pkg/index.js";
import { announce } from "./announce.js";
import { clear, load, restore, save } from "./model.js";
import { noticeElement } from "./notice.js";
import { differences, lastName, placeOf } from "./values.js";

/**
 * What mends the nodes of a form. `verdict` tells the request as it stands and the places of nodes, `nameOf` what a node
 * is called, and `changed` hears when one was changed.
 */
export function menderOf({ verdict, nameOf, changed }) {
  const notice = noticeElement();

  /** What can be done about an issue that is shown at a node. */
  function actionsOf(issue, node) {
    const { suggestion, within } = issue;
    const actions = [];
    if (suggestion && aimOf(suggestion)) {
      const label = suggestion.title;
      actions.push({ label, about: ` (${nameOf(aimOf(suggestion))})`, act: () => follow(suggestion) });
    }
    if (within && node?.view.pointAt) {
      const about = ` line ${within.line}, column ${within.column}`;
      actions.push({ label: "Show", about, act: () => node.view.pointAt(within) });
    }
    return actions;
  }

  // An entry gets another name where its key is typed.
  function aimOf({ pointer, from }) {
    return verdict().places.get(from === undefined ? pointer : placeOf(from, "key"));
  }

  function follow(suggestion) {
    const node = aimOf(suggestion);
    const { input } = verdict();
    const [change] = differences(input, applySuggestion(input, suggestion)).filter(
      ({ pointer }) => pointer === suggestion.pointer,
    );
    if (!node || !change) return;
    const before = save(node);
    if (suggestion.from !== undefined) restore(node, lastName(suggestion.pointer));
    else if (change.held === undefined) clear(node);
    else load(node, change.held);
    show(node);
    notice.show(outcome(node), () => {
      restore(node, before);
      show(node);
      announce("Undone.");
    });
    node.view.element.append(notice.element);
  }

  // The focus goes first: what had it may be gone when the issues are shown anew.
  function show(node) {
    node.left = true;
    node.view.draw();
    node.view.focus();
    changed();
  }

  const outcome = (node) => `${nameOf(node)} is ${node.text ? `now ${short(node.text)}` : "left out"}.`;

  return { actionsOf, settle: notice.hide };
}

const MOST = 64;
const short = (text) => ([...text].length > MOST ? `${[...text].slice(0, MOST).join("")}…` : text);

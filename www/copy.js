// Copying to the clipboard, with the older way where the newer is not allowed.
import { announce } from "./announce.js";
import { h, write } from "./dom.js";

const SHOWN = 2000;

/** A button that copies what `text` gives at that moment. */
export function copyButton(label, text) {
  const said = h("span", { class: "said" });
  let timer;
  const button = h(
    "button",
    {
      type: "button",
      class: "small",
      async click() {
        const outcome = (await copied(text())) ? "Copied" : "Not copied: select the text and copy it by hand";
        write(said, outcome);
        announce(`${label}: ${outcome}`);
        clearTimeout(timer);
        timer = setTimeout(() => write(said, ""), SHOWN);
      },
    },
    label,
  );
  return { button, said };
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(text);
  }
}

// Pages that are not served securely have no clipboard of their own.
function copiedBySelection(text) {
  const before = document.activeElement;
  const area = h("textarea", { class: "copied", readonly: true, "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  try {
    area.select();
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
    before?.focus();
  }
}

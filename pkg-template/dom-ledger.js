// What was changed in a form that somebody else wrote, so that it can be put back.

export function ledgerOf() {
  const attributes = new Map();
  const tokens = new Map();
  const texts = new Map();
  const made = new Set();

  const noted = (map, element) => map.get(element) ?? map.set(element, new Map()).get(element);

  /** Sets an attribute: to what its author wrote, where there is nothing to say. */
  function set(element, name, value) {
    const notes = noted(attributes, element);
    if (!notes.has(name)) {
      if (value === undefined) return;
      notes.set(name, { was: element.getAttribute(name) });
    }
    const note = notes.get(name);
    note.is = value ?? note.was;
    write(element, name, note.is);
  }

  /** Adds an id to an attribute that lists ids, behind those of its author. */
  function refer(element, name, id) {
    const ids = idsIn(element, name);
    if (ids.includes(id)) return;
    noted(tokens, element).set(name, { id, wasThere: element.hasAttribute(name) });
    write(element, name, [...ids, id].join(" "));
  }

  /** Sets the text of an element. */
  function say(element, text) {
    if (!texts.has(element)) texts.set(element, element.textContent);
    if (element.textContent !== text) element.textContent = text;
  }

  /** Notes an element that was made. */
  function make(element) {
    made.add(element);
    return element;
  }

  /** Puts everything back, but for what its author changed meanwhile. */
  function undo() {
    for (const [element, notes] of attributes) {
      for (const [name, { was, is }] of notes) if (element.getAttribute(name) === is) write(element, name, was);
    }
    for (const [element, notes] of tokens) {
      for (const [name, { id, wasThere }] of notes) {
        const others = idsIn(element, name).filter((other) => other !== id);
        write(element, name, others.length > 0 || wasThere ? others.join(" ") : null);
      }
    }
    for (const [element, text] of texts) element.textContent = text;
    // What goes first would make browsers choose what comes next.
    for (const element of [...made].filter((element) => !isChosen(element))) element.remove();
  }

  return { set, refer, say, make, undo };
}

const idsIn = (element, name) => (element.getAttribute(name) ?? "").split(/\s+/).filter(Boolean);

function write(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

// What people chose among the options that were made is theirs.
const isChosen = (element) => element.matches("option:checked, optgroup:has(option:checked)") && element.closest("select")?.value !== "";

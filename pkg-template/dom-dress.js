// What a form shows and demands before anything is judged: names, attributes, known values, counts and numbers.
import { optionIn } from "./dom-values.js";

let serial = 0;

/** What dresses the places of a form. `counterOf` puts a count into words. */
export function dresserOf(form, operation, { ledger, sendsEmpty, isAbsent, counterOf = counted }) {
  const lists = new Map();
  const nameless = new WeakSet();
  const relented = new WeakSet();

  function dress(places) {
    for (const place of places.controls) {
      dressControl(place);
      if (place.field.groups) offer(place);
    }
    const named = (name, apply) => {
      for (const element of form.querySelectorAll(`[data-${name}]`)) {
        const place = places.byPointer.get(places.pointerFrom(element, element.getAttribute(`data-${name}`)));
        if (place?.field) apply(element, place);
      }
    };
    named("count", (element, place) => ledger.say(element, countIn(place)));
    named("leave-out", (element, { element: control }) =>
      ledger.set(element, "hidden", isAbsent(control) ? "" : undefined),
    );
    for (const element of form.querySelectorAll("[data-row-number]")) {
      const row = element.closest("[data-row]");
      const place = places.all.find((candidate) => candidate.row === row);
      if (place) ledger.say(element, String(place.index + 1));
    }
  }

  function dressControl(place) {
    const { element, field, pointer } = place;
    if (!element.name) nameless.add(element);
    if (nameless.has(element)) ledger.set(element, "name", pointer);
    if (field.control === "checkbox" || relented.has(element)) return;
    // Both are for the library to judge as well; here they tell others what the field is. No `maxlength`: it counts
    // UTF-16 units where AWS counts characters, and cuts off what is pasted without a word.
    if ((field.required || place.isKey) && !sendsEmpty(place)) ledger.set(element, "required", "");
    if (element.localName === "input" && field.htmlPattern && !element.pattern)
      ledger.set(element, "pattern", field.htmlPattern);
  }

  /** Takes back what a request that passes contradicts: rules can be switched off. */
  function relent({ controls }) {
    for (const { element } of controls) {
      if (!element.validity.valueMissing && !element.validity.patternMismatch) continue;
      relented.add(element);
      for (const name of ["required", "pattern"]) ledger.set(element, name, undefined);
    }
  }

  function offer({ element, field }) {
    if (element.localName === "select") {
      if ([...element.options].some(({ value }) => value !== "")) return;
      const { value } = element;
      if (element.options.length === 0) element.append(ledger.make(optionIn(element, "")));
      element.append(...groupsOf(element, field).map(ledger.make));
      element.value = value;
    } else if (element.localName === "input" && !element.list?.options.length) {
      const own = element.list;
      if (own) own.append(...optionsOf(element, field).map(ledger.make));
      else ledger.set(element, "list", listOf(element, field).id);
    }
  }

  // One list for all rows.
  function listOf(element, field) {
    if (!lists.has(field)) {
      const list = ledger.make(element.ownerDocument.createElement("datalist"));
      list.id = `xregion-known-${++serial}`;
      list.append(...optionsOf(element, field));
      form.append(list);
      lists.set(field, list);
    }
    return lists.get(field);
  }

  function countIn({ kind, field, rows, element }) {
    const { unit, max, maxLength } = field;
    if (kind === "rows") return counterOf({ count: rows.length, max, field });
    return counterOf({ count: [...(element.value ?? "")].length, max: maxLength, unit, field });
  }

  return { dress, relent };
}

// Lengths are counted as AWS does, in Unicode scalar values.
function counted({ count, max, unit = "" }) {
  const number = (value) => value.toLocaleString("en");
  return `${number(count)}${max === undefined ? "" : ` of ${number(max)}`} ${unit}`.trim();
}

const groupsOf = (element, { groups }) =>
  groups.map(({ label, choices }) => {
    const group = element.ownerDocument.createElement("optgroup");
    group.label = label;
    group.append(...choices.map(({ value, label: name }) => optionIn(element, `${value} · ${name}`, value)));
    return group;
  });

// Lists of suggestions show no groups.
const optionsOf = (element, { groups }) =>
  groups.flatMap(({ label, choices }) =>
    choices.map(({ value, label: name }) => optionIn(element, `${name} · ${label}`, value)),
  );

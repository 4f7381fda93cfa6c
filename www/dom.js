// Elements, made of tags, attributes and text. Text is always a text node: no value ever becomes markup.

/** An element. Functions among the attributes are listeners; `true` and `false` set and leave out an attribute. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else set(element, name, value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== false));
  return element;
}

/** Sets an attribute, or takes it away where there is no value. */
export function set(element, name, value) {
  if (value === undefined || value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value === true ? "" : value);
}

/** Sets the text of an element where it is another one. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Text that only assistive technology reads. */
export const unseen = (text) => h("span", { class: "unseen" }, text);

/** A link to a page elsewhere, which is not told where its reader came from. */
export const outward = ({ title, url }) => h("a", { href: url, rel: "noreferrer", target: "_blank" }, title);

export const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

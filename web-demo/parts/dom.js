export const byId = (id) => document.getElementById(id);

/** An element with its attributes and children; what is `false`, `null` or `undefined` is left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child || child === ""));
  return element;
}

/**
 * Puts items into a list. One that is there already, by its key, and says the same stays where it is, so that it
 * is not taken from under the pointer or the focus.
 */
export function putItems(list, items) {
  const there = new Map([...list.children].map((item) => [item.dataset.key, item]));
  const wanted = items.map((item) => (there.get(item.dataset.key)?.isEqualNode(item) ? there.get(item.dataset.key) : item));
  const stays = new Set(wanted);
  for (const item of [...list.children]) if (!stays.has(item)) item.remove();
  wanted.forEach((item, index) => item !== list.children[index] && list.insertBefore(item, list.children[index] ?? null));
}

/** Text in which `backticks` mark user input, as nodes. */
export function prose(text) {
  const pieces = text.split(/`([^`]*)`/);
  return pieces.map((piece, position) => (position % 2 ? make("code", {}, piece) : piece));
}

/** Puts `value` into a control, unless someone is writing in it. */
export function fill(control, value) {
  if (control !== document.activeElement && control.value !== value) control.value = value;
}

/** Calls once, when nobody has called for a while. */
export function settled(milliseconds, action) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds, ...values);
  };
}

export const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

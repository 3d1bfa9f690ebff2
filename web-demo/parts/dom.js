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

// The life-cycle as a diagram. This file has the positions of the states; bijak has the transitions.
import { transitions } from "./bijak.js";
import { byId } from "./dom.js";

const first = "CREATED";
const [width, height] = [148, 46];

/** The middle of each state. One that has no place here yet goes to the foot of the picture. */
const places = {
  ABANDONED: [90, 50], UNDER_REVIEW: [500, 50], PARTIALLY_PAID: [866, 50], PARTIALLY_PAID_AND_PAYMENT_INITIATED: [1090, 50],
  CREATED: [90, 230], SENT_TO_BUYER: [310, 230], ACCEPTED: [650, 230], PAYMENT_INITIATED: [866, 230], FULLY_PAID: [1090, 230],
  REJECTED: [500, 350],
  DELETED: [90, 450], CANCELLED: [310, 450], CLOSED: [1090, 450],
};

/** Points that an arrow is drawn towards on its way, where the straight one would run through a state. */
const bends = {
  "ACCEPTED CANCELLED": [650, 450],
  "ACCEPTED CLOSED": [650, 450],
};

/** Every state and every arrow, found by going wherever an arrow leads. */
export function wholeLife(strictness) {
  const states = new Set([first]);
  const arrows = [];
  for (const state of states) {
    const next = transitions(state);
    for (const { to } of next) states.add(to);
    arrows.push(...(strictness === "lenient" ? next : transitions(state, { strictness })));
  }
  return { states: [...states], arrows };
}

/** "SENT_TO_BUYER" → "Sent to buyer" */
export const inWords = (state) => state[0] + state.slice(1).toLowerCase().replaceAll("_", " ");

const wellKnown = ["documented", "mapped", "inferred"];

/** Of the arrows between two states one line is drawn, as the best known of them. */
function lines(arrows) {
  const found = new Map();
  for (const arrow of arrows) {
    const key = `${arrow.from} ${arrow.to}`;
    const line = found.get(key) ?? { key, from: arrow.from, to: arrow.to, actors: [], mark: arrow.mark };
    if (!line.actors.includes(arrow.actor)) line.actors.push(arrow.actor);
    if (wellKnown.indexOf(arrow.mark) < wellKnown.indexOf(line.mark)) line.mark = arrow.mark;
    found.set(key, line);
  }
  return [...found.values()];
}

function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Draws the picture; `allowed` are the arrows that may be taken now, `onChoice(state)` hears of one that is chosen. */
export function showPicture({ status, chosen, strictness, allowed, onChoice }) {
  const { states, arrows } = wholeLife(strictness);
  const centres = new Map(states.map((state, index) => [state, places[state] ?? [90 + 170 * (index % 7), 560]]));
  const open = lines(allowed);
  const rest = lines(arrows).filter(({ key }) => !open.some((line) => line.key === key));
  const shapes = [...rest, ...open].map((line) => ({ line, route: routeOf(line, centres, arrows), open: open.includes(line) }));
  const nodes = states.map((state) => {
    const ways = allowed.filter(({ to }) => to === state);
    const current = state === status;
    return nodeOf({ state, centre: centres.get(state), current, ways, chosen: state === chosen, onChoice });
  });
  const picture = byId("picture");
  const focused = picture.contains(document.activeElement) && document.activeElement.dataset.status;
  const bottom = Math.max(...[...centres.values()].map(([, y]) => y)) + 40;
  picture.setAttribute("viewBox", `0 0 1180 ${bottom}`);
  picture.replaceChildren(...shapes.map(arrowOf), ...nodes, ...shapes.filter((shape) => shape.open).map(labelOf));
  if (focused) picture.querySelector(`[data-status="${focused}"]`)?.focus();
}

/** Shows the current state, where the picture is wider than its box. */
export function scrollToStatus(status) {
  const box = byId("picture").parentElement;
  const [x] = places[status] ?? [0];
  const scale = byId("picture").getBoundingClientRect().width / 1180;
  box.scrollLeft = x * scale - box.clientWidth / 2;
}

function routeOf({ from, to }, centres, arrows) {
  const [start, end] = [centres.get(from), centres.get(to)];
  if (from === to) return loop(start);
  const bend = bends[`${from} ${to}`];
  if (bend) return { points: [edge(start, bend), bend, edge(end, bend)] };
  const back = arrows.some((arrow) => arrow.from === to && arrow.to === from);
  const [a, b] = back ? shifted(start, end) : [start, end];
  const points = [edge(start, b, a), edge(end, a, b)];
  return { points: [points[0], middle(...points), points[1]] };
}

const middle = ([x1, y1], [x2, y2]) => [(x1 + x2) / 2, (y1 + y2) / 2];

/** The way there and the way back run side by side. */
function shifted([x1, y1], [x2, y2]) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [dx, dy] = [((y1 - y2) / length) * 10, ((x2 - x1) / length) * 10];
  return [[x1 + dx, y1 + dy], [x2 + dx, y2 + dy]];
}

/** Where the line from `from`, in the state around `centre`, to `towards` leaves the state. */
function edge(centre, towards, from = centre) {
  const [dx, dy] = [towards[0] - from[0], towards[1] - from[1]];
  const room = (delta, size, off) => (delta === 0 ? Infinity : (size / 2 + 3 - Math.sign(delta) * off) / Math.abs(delta));
  const part = Math.min(room(dx, width, from[0] - centre[0]), room(dy, height, from[1] - centre[1]));
  return [from[0] + dx * part, from[1] + dy * part];
}

function loop([x, y]) {
  const [left, right, low] = [x - 66, x - 36, y + height / 2 + 3];
  return { points: [[right, low], [x - 51, low + 60], [left, low]], loop: true };
}

const at = (points) => points.map((number) => number.toFixed(1)).join(" ");

function arrowOf({ line, route, open }) {
  const [start, bend, end] = route.points;
  const curve = route.loop
    ? `M${at(start)} C${at([start[0] + 6, bend[1]])} ${at([end[0] - 6, bend[1]])} ${at(end)}`
    : `M${at(start)} Q${at(bend)} ${at(end)}`;
  const before = route.loop ? [end[0] - 6, bend[1]] : bend;
  const kind = open ? `open ${line.actors[0]}` : "rest";
  return draw("g", { class: `arrow ${kind} ${line.mark}`, "data-arrow": line.key, "aria-hidden": "true" },
    draw("path", { class: "shaft", d: curve }), draw("path", { class: "head", d: headAt(end, before, open ? 9 : 7) }));
}

function headAt([x, y], [fromX, fromY], size) {
  const turn = Math.atan2(y - fromY, x - fromX);
  const corner = (side) => [x - size * 1.3 * Math.cos(turn) + side * size * 0.55 * Math.sin(turn), y - size * 1.3 * Math.sin(turn) - side * size * 0.55 * Math.cos(turn)];
  return `M${at([x, y])} L${at(corner(1))} L${at(corner(-1))} Z`;
}

function labelOf({ line, route }) {
  const [start, bend, end] = route.points;
  const text = line.actors.join(" or ");
  const on = (axis) => start[axis] / 4 + bend[axis] / 2 + end[axis] / 4;
  const [x, y] = route.loop ? [bend[0], bend[1] - 8] : [on(0), on(1)];
  const wide = text.length * 6.9 + 12;
  return draw("g", { class: `label ${line.actors[0]}`, "aria-hidden": "true" },
    draw("rect", { x: x - wide / 2, y: y - 10, width: wide, height: 20, rx: 10 }),
    draw("text", { x, y: y + 4 }, text));
}

function nodeOf({ state, centre: [x, y], current, ways, chosen, onChoice }) {
  const next = ways.length > 0;
  const kind = [current && "current", next && "next", chosen && "chosen", !current && !next && "rest"].filter(Boolean).join(" ");
  const rows = wrapped(inWords(state));
  const text = rows.map((row, index) => draw("text", { x, y: y + 5 + (index - (rows.length - 1) / 2) * 17 }, row));
  const labels = ways.map(({ actor, by, mark }) => `${actor}, ${by}, ${mark}`).join("; ");
  const button = { tabindex: "0", role: "button", "aria-pressed": String(chosen), "aria-label": `Next: ${inWords(state)}, by ${labels}` };
  const node = draw("g", { class: `state ${kind}`, "data-status": state, ...(next ? button : { "aria-hidden": "true" }) },
    draw("title", {}, state),
    draw("rect", { x: x - width / 2, y: y - height / 2, width, height, rx: 4 }), ...text);
  if (next) {
    node.addEventListener("click", () => onChoice(state));
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      onChoice(state);
    });
  }
  return node;
}

/** A name in one or two rows. */
function wrapped(name) {
  if (name.length <= 18) return [name];
  const ends = [...name.matchAll(/ /g)].map(({ index }) => index);
  const cut = ends.reduce((best, end) => (Math.abs(end - name.length / 2) < Math.abs(best - name.length / 2) ? end : best));
  return [name.slice(0, cut), name.slice(cut + 1)];
}

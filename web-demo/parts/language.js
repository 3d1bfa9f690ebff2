// The language of messages: a choice of the page, for all functions.
import { byId } from "./dom.js";

let locale = "en";

/** The options with the language. */
export const spoken = (options) => ({ ...options, locale });

/** Its tag, for the elements that hold messages. */
export const language = () => locale.locale ?? locale;

/** Hindi is fetched when somebody chooses it. */
export function makeLanguages(onChosen) {
  byId("language").addEventListener("change", async ({ target }) => {
    locale = target.value === "hi" ? (await import("../bijak/hi.js")).hi : "en";
    onChosen();
  });
}

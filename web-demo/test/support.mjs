// What the tests of the pages share.
import assert from "node:assert/strict";
import { test } from "node:test";

const mod = process.platform === "darwin" ? "Meta" : "Control";

/** A test on a fresh page, which must not have complained in the end. */
export function pageTests(demo, usual = {}) {
  return (name, options, body) =>
    test(name, async () => {
      const page = await demo().open({ ...usual, ...options });
      try {
        await body(page);
        assert.deepEqual(page.complaints, []);
      } finally {
        await page.close();
      }
    });
}

export const json = (page) => page.locator("#json");
export const codes = (page) => page.locator("#findings [data-code]").evaluateAll((items) => items.map((item) => item.dataset.code));
export const focusedId = (page) => page.evaluate(() => document.activeElement.id);

export async function selectAll(control) {
  await control.focus();
  await control.press(`${mod}+a`);
}

export async function type(control, text) {
  await selectAll(control);
  await control.press("Delete");
  await control.pressSequentially(text);
}

export async function load(page, sample) {
  await page.getByLabel("Load a sample").selectOption(sample);
  await page.locator(`body[data-sample="${sample}"]`).waitFor();
}

/** The roles of what can be focused and has no name. */
export async function namelessControls(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const isFocusable = ({ name, value }) => name === "focusable" && value.value;
  const focusable = nodes.filter((node) => !node.ignored && node.properties?.some(isFocusable));
  assert.ok(focusable.length > 20);
  return focusable.filter((node) => !node.name?.value?.trim()).map((node) => node.role.value);
}

/** Runs in the page: the visible texts whose contrast with what lies behind them is below AA. */
export function faintTexts() {
  const channels = (color) => {
    const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
    return { rgb: [r, g, b], a };
  };
  const behind = (element) => {
    if (!element) return [255, 255, 255];
    const shape = element.tagName === "g" && element.querySelector("rect");
    const { rgb, a } = channels(shape ? getComputedStyle(shape).fill : getComputedStyle(element).backgroundColor);
    const below = a < 1 ? behind(element.parentElement) : rgb;
    return rgb.map((value, index) => value * a + below[index] * (1 - a));
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const faint = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest("noscript, .code textarea")) continue;
    const [high, low] = [luminance(channels(getComputedStyle(element).color).rgb), luminance(behind(element))].sort((a, b) => b - a);
    const contrast = (high + 0.05) / (low + 0.05);
    if (contrast < 4.5) faint.push(`${element.getAttribute("class") || element.id || element.tagName}: ${contrast.toFixed(2)}`);
  }
  return [...new Set(faint)];
}

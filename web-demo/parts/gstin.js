/** What a sound GSTIN says, in a line. */
export function readingOf({ state, kind, pan, holder }) {
  const held = pan ? ` · PAN ${pan}${holder ? ` (${holder})` : ""}` : "";
  return `${state.code} ${state.name} · ${kind}${held}`;
}

/** What a sound GSTIN says, in a line. */
export function readingOf({ state, kind, pan, holder }) {
  const holderText = pan ? ` · PAN ${pan}${holder ? ` (${holder})` : ""}` : "";
  return `${state.code} ${state.name} · ${kind}${holderText}`;
}

// what `check` needs of the glue of the small Wasm
export { check, endpoints, input, outline, skipped, takeText, tooLarge } from "#glue";

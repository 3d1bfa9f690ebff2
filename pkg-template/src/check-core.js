// what `check` needs of the glue of the small Wasm
export { check, endpoints, input, skipped, takeText, tooLarge } from "#glue";

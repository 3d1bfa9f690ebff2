// what `check` needs of the glue of the small Wasm
export { catalogue, check, endpoints, input, outline, skipped, takeText, told, tooLarge } from "#glue";

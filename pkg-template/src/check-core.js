// what `check` needs of the glue of the small Wasm
export { catalogue, check, endpoints, input, key_table, skipped, takeText, result, tooLarge } from "#glue";

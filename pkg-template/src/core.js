// what the functions need of the glue; its fetch is left to web.js
export {
  build, catalogue, check, endpoints, input, normalize, key_table, parseGstin, skipped, splitTax, takeText, result, tooLarge,
} from "#glue";

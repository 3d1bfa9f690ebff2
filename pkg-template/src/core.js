// the parts of the glue that the functions need; web.js has the fetch
export {
  build, catalogue, check, endpoints, input, normalize, key_table, parseGstin, skipped, splitTax, takeText, result, tooLarge,
} from "#glue";

// the parts of the glue that the functions need; web.js has the fetch
export {
  build, catalogue, check, endpoints, input, normalize, outline, parseGstin, skipped, splitTax, takeText, told, tooLarge,
} from "#glue";

// what the verbs need of the glue; its fetch is left to web.js
export {
  build,
  catalogue,
  check,
  endpoints,
  input,
  normalize,
  outline,
  parseGstin,
  skipped,
  splitTax,
  takeText,
  told,
  tooLarge,
} from "#glue";

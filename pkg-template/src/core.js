// what the verbs need of the glue; its fetch is left to web.js
export { build, check, endpoints, input, normalize, outline, parseGstin, skipped, splitTax, takeText, tooLarge } from "#glue";

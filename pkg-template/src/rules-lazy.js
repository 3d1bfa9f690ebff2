// for CommonJS, which cannot leave out what nobody imports
export const rules = () => require("./rules.cjs").rules();

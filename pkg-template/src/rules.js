import { endpoints, fields, rules as list } from "#rules-table";

/** The catalogue. The table has each path once, below its parent, and in each rule the distances from field to field. */
export function rules() {
  const paths = fields.flatMap(([parent, names]) => names.split(" ").map((name) => parent + name));
  return list.map((rule) => {
    let index = 0;
    return {
      ...rule,
      severities: [...rule.severities],
      endpoints: endpoints.filter((_, bit) => (rule.endpoints >> bit) & 1),
      fields: rule.fields.map((step) => {
        index += step;
        return paths[index];
      }),
    };
  });
}

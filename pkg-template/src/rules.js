import list from "#rules-table";

export function rules() {
  return list.map((rule) => ({
    ...rule,
    severities: [...rule.severities],
    endpoints: [...rule.endpoints],
    fields: [...rule.fields],
  }));
}

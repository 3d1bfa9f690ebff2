import list from "#rulebook";

export function rules() {
  return list.map((rule) => ({ ...rule, severities: [...rule.severities] }));
}

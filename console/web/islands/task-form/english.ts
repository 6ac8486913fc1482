// A form as it is deployed is Chinese. Each text has its English among the component's own properties: labelEnglish, textEnglish, …,
// and optionEnglish:<value> for a choice (docs/adr/0028); a text without is shown as it is.
type Component = Record<string, unknown> & {
  properties?: Record<string, string>;
  values?: { label: string; value: unknown }[];
  components?: Component[];
};

const TEXTS = ["label", "text", "description", "dateLabel", "timeLabel"];

export function inEnglish<T extends Component>(component: T): T {
  const english = component.properties ?? {};
  const shown: Component = { ...component };
  for (const text of TEXTS.filter((name) => english[`${name}English`])) {
    shown[text] = english[`${text}English`];
  }
  shown.values = component.values?.map((option) => ({ ...option, label: english[`optionEnglish:${option.value}`] ?? option.label }));
  shown.components = component.components?.map(inEnglish);
  return JSON.parse(JSON.stringify(shown)); // without what isn't there, for which the viewer looks by name
}

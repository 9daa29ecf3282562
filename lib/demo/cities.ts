/** The presets that the demo can show. */
export const DEMO_CITIES = [
  { key: "kumamoto", name: "熊本市" },
  { key: "musashino", name: "武蔵野市" },
] as const;

export type DemoCity = (typeof DEMO_CITIES)[number]["key"];

export const cityName = (key: DemoCity): string => DEMO_CITIES.find((c) => c.key === key)?.name ?? key;

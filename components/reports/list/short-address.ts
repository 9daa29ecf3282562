export type CityNames = { prefecture: string; name: string };

/** An address without what is the same in every line: 〒, prefecture and the city's own name. Another city keeps its name. */
export function shortAddress(address: string, city: CityNames | null): string {
  let rest = address.replace(/^(日本、)?(〒\d{3}-?\d{4}\s*)?/u, "");
  if (!city) return rest;
  if (rest.startsWith(city.prefecture)) rest = rest.slice(city.prefecture.length);
  return rest.startsWith(city.name) ? rest.slice(city.name.length).trimStart() || city.name : rest;
}

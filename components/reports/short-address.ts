const PREFECTURE = /^(東京都|北海道|大阪府|京都府|[^\s市区町村]{2,3}県)/u;

/** An address without what is the same in every line: 〒, prefecture, the city's own name. Another city keeps its name. */
export function shortAddress(address: string, cityName: string): string {
  const rest = address.replace(/^(日本、)?(〒\d{3}-?\d{4}\s*)?/u, "").replace(PREFECTURE, "");
  if (cityName === "" || !rest.startsWith(cityName)) return rest || address;
  return rest.slice(cityName.length).trimStart() || rest;
}

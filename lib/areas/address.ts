/** What an address is matched against: the city's own names and those of its areas. */
export type AddressBook = {
  prefecture: string;
  city: string;
  /** Municipalities round the city: known as "other" even when the prefecture is not written. */
  neighbours: string[];
  areas: { key: string; names: string[] }[];
};

/** `city`: does the address name our city, another municipality, or none that we can tell? */
export type AddressReading = { city: "ours" | "other" | "unknown"; areaKey: string | null };

const PREFECTURE =
  /^(北海道|東京都|京都府|大阪府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県)/;

/** NFKC, no spaces, without country and postcode: 「日本、〒860-0806 熊本県…」 → 「熊本県…」. */
const plain = (address: string): string =>
  address
    .normalize("NFKC")
    .replace(/[\s,、。]+/g, "")
    .replace(/^(日本国?|japan)/i, "")
    .replace(/^〒?\d{3}[-‐‑–—−ー－]?\d{4}(?=\D)/, "")
    .replace(/^(日本国?|japan)/i, "");

/** After a short name (境) only a number may follow: 境南町 and 境界 are something else. */
const NUMBER_OR_END = /^(?:$|[0-9一二三四五六七八九十〇]|丁目)/;

function areaAtStart(book: AddressBook, rest: string, strict: boolean): string | null {
  const names = book.areas
    .flatMap((area) => area.names.map((name) => ({ key: area.key, name: name.normalize("NFKC") })))
    .sort((a, b) => b.name.length - a.name.length);
  const text = rest.replace(/^大?字/, "");
  const found = names.find(({ name }) => {
    if (!text.startsWith(name)) return false;
    const bounded = NUMBER_OR_END.test(text.slice(name.length));
    return bounded || (!strict && name.length > 1) || /[区町村]$/.test(name);
  });
  return found?.key ?? null;
}

/**
 * Reads the address that LINE gives or a resident types. An address in Latin letters, a landmark or a mere house
 * number is "unknown", not "other".
 */
export function readAddress(book: AddressBook, address: string): AddressReading {
  const text = plain(address);
  const prefecture = PREFECTURE.exec(text)?.[1] ?? null;
  if (prefecture !== null && prefecture !== book.prefecture) return { city: "other", areaKey: null };
  const rest = prefecture === null ? text : text.slice(prefecture.length);

  if (rest.startsWith(book.city)) {
    return { city: "ours", areaKey: areaAtStart(book, rest.slice(book.city.length), false) };
  }
  const areaKey = areaAtStart(book, rest, true);
  if (areaKey) return { city: "ours", areaKey };
  const county = rest.replace(/^[^0-9市区町村]{1,4}郡/, "");
  if (book.neighbours.some((name) => county.startsWith(name))) return { city: "other", areaKey: null };
  // With the prefecture written, whatever municipality follows is not ours.
  if (prefecture !== null && /^[^0-9]{1,8}?[市区町村郡]/.test(rest)) return { city: "other", areaKey: null };
  return { city: "unknown", areaKey: null };
}

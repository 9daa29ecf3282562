import { DEMO_CITIES, type DemoCity } from "@/lib/demo/cities";

export type SeedOptions = {
  city: DemoCity;
  /** Demo logins. */
  logins: boolean;
  /** Demo logins and 60 days of life. */
  life: boolean;
  /** Do nothing when this city is loaded already. */
  ifEmpty: boolean;
};

/** `npm run db:seed -- --city kumamoto|musashino [--demo]`; null when it is not that. */
export function parseSeedOptions(args: string[]): SeedOptions | null {
  const options: SeedOptions = { city: "kumamoto", logins: false, life: false, ifEmpty: false };
  let named = false;
  const rest = [...args];
  while (rest.length > 0) {
    const flag = rest.shift();
    if (flag === "--demo") options.life = options.logins = true;
    else if (flag === "--logins") options.logins = true;
    else if (flag === "--if-empty") options.ifEmpty = true;
    else if (flag === "--city") {
      const found = DEMO_CITIES.find((city) => city.key === rest[0]);
      if (!found) return null;
      options.city = found.key;
      named = true;
      rest.shift();
    } else return null;
  }
  return named ? options : null;
}

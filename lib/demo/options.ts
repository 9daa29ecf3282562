import { DEMO_CITIES, type DemoCity } from "./cities";

/** What the person asked for on the command line. `dataFolder` null: `.data/<city>` in the project. */
export type DemoOptions = {
  command: "run" | "stop" | "help";
  dev: boolean;
  reset: boolean;
  /** False leaves out the 60 days of life: content and logins only. */
  life: boolean;
  city: DemoCity;
  dataFolder: string | null;
};

export type OptionProblem = { problem: "unknown-flag" | "unknown-city" | "missing-value"; given: string };

const isCity = (text: string): text is DemoCity => DEMO_CITIES.some((c) => c.key === text);

/** Reads the flags; `defaultCity` is the CITY setting. A flag nobody knows is an error, never ignored. */
export function parseOptions(args: string[], defaultCity: string | undefined): DemoOptions | OptionProblem {
  const options: DemoOptions = {
    command: "run",
    dev: false,
    reset: false,
    life: true,
    city: "kumamoto",
    dataFolder: null,
  };
  let city = defaultCity || "kumamoto";
  const rest = args.flatMap((arg) =>
    /^--\w+=/.test(arg) ? [arg.slice(0, arg.indexOf("=")), arg.slice(arg.indexOf("=") + 1)] : [arg],
  );
  while (rest.length > 0) {
    const flag = rest.shift() ?? "";
    if (flag === "--dev") options.dev = true;
    else if (flag === "--reset") options.reset = true;
    else if (flag === "--no-life") options.life = false;
    else if (flag === "--stop") options.command = "stop";
    else if (flag === "--help" || flag === "-h") options.command = "help";
    else if (flag === "--city" || flag === "--data") {
      const value = rest.shift();
      if (!value || value.startsWith("--")) return { problem: "missing-value", given: flag };
      if (flag === "--city") city = value;
      else options.dataFolder = value;
    } else return { problem: "unknown-flag", given: flag };
  }
  if (!isCity(city)) return { problem: "unknown-city", given: city };
  return { ...options, city };
}

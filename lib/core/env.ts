import { isIP } from "node:net";
import { z } from "zod";
import { storagePlace, tileProblem } from "./env-addresses";

/** Which program asks: each needs its own part of the settings, all are checked before it does anything. */
export type Program = "web" | "intake" | "worker" | "sandbox" | "mailbox" | "command" | "admin-link";

const url = (protocols: string[]) =>
  z
    .string()
    .refine(
      (v) => URL.canParse(v) && protocols.includes(new URL(v).protocol),
      `must be a URL (${protocols.join(" ")})`,
    );
const web = url(["http:", "https:"]);
const origin = web.refine(
  (v) => new URL(v).pathname === "/" && !new URL(v).search,
  "must be an origin without a path",
);
const areAddresses = (list: string): boolean =>
  list.split(",").every((part) => {
    const [address = "", bits, more] = part.trim().split("/");
    const version = isIP(address);
    if (part.trim() === "") return true;
    return (
      version !== 0 &&
      more === undefined &&
      (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
    );
  });
/** A check that says what is wrong, or null. */
const checked = (problemOf: (value: string) => string | null) =>
  z.string().superRefine((value, context) => {
    const message = problemOf(value);
    if (message !== null) context.addIssue({ code: "custom", message });
  });
const storage = checked((value) => {
  const place = storagePlace(value);
  return "problem" in place ? place.problem : null;
});
const NO_TILES = "none";
const tiles = checked((value) => (value === NO_TILES ? null : tileProblem(value)));
const port = z.coerce.number().int().min(1).max(65535);

const shape = z.object({
  MADOGUCHI_MODE: z.enum(["demo", ""]).default(""),
  DATABASE_URL: url(["postgres:", "postgresql:"]).optional(),
  DATABASE_OWNER_URL: url(["postgres:", "postgresql:"]).optional(),
  APP_URL: origin.optional(),
  PUBLIC_URL: origin.refine((v) => v.startsWith("https:"), "must be https").optional(),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  /** Addresses and CIDR ranges, comma separated, of reverse proxies whose X-Forwarded-* headers count. */
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .refine(areAddresses, "must be addresses or CIDR ranges, comma separated"),
  /** Set by next.config.ts under `next dev`, by nobody else: pages may then evaluate strings (hot reload does). */
  DEV_SERVER: z.enum(["1", ""]).default(""),
  PORT: port.default(3000),
  SANDBOX_PORT: port.default(3100),
  MAIL_INTAKE_PORT: port.default(2525),
  MAIL_SINK_PORT: port.default(3125),
  LINE_CHANNEL_ID: z.string().default(""),
  LINE_CHANNEL_SECRET: z.string().default(""),
  LINE_CHANNEL_ACCESS_TOKEN: z.string().default(""),
  LINE_API_BASE_URL: origin.default("https://api.line.me"),
  LINE_DATA_API_BASE_URL: origin.default("https://api-data.line.me"),
  LINE_LOGIN_CHANNEL_ID: z.string().default(""),
  LIFF_ID: z.string().default(""),
  SANDBOX_URL: origin.optional(),
  /** `host=origin` pairs, comma separated: https hosts that the sandbox reaches on this machine. */
  SANDBOX_HOSTS: z.string().default(""),
  SANDBOX_DATA: z.string().default(".data/sandbox"),
  STORAGE_URL: storage.default("file:.data/blobs"),
  SMTP_URL: url(["smtp:", "smtps:"]).optional(),
  /** Where the demo's mailbox keeps what it received. */
  MAIL_SINK_DATA: z.string().default(".data/mail"),
  MAIL_FROM: z.string().default("madoguchi@localhost"),
  /** Empty: no tiles, the console draws its own schematic. */
  MAP_TILE_URL: tiles
    .transform((value) => (value === NO_TILES ? "" : value))
    .default("https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png"),
  CITY: z.enum(["kumamoto", "musashino"]).default("kumamoto"),
  /** Outside the database: says that this database is the one that sends. One place for all workers and consoles. */
  ARM_FILE: z.string().min(1).default(".data/arm.json"),
  /** Multicasts a second, all workers together: fewer for those who want to send in stages. */
  SEND_RATE: z.coerce.number().int().min(1).max(196).default(196),
  LEASE_MS: z.coerce.number().int().min(200).default(20_000),
});

export type Settings = z.infer<typeof shape>;

const REQUIRED: Record<Program, (keyof Settings)[]> = {
  web: ["DATABASE_URL", "APP_URL", "AUTH_SECRET", "LINE_CHANNEL_SECRET"],
  intake: ["DATABASE_URL", "LINE_CHANNEL_SECRET"],
  worker: ["DATABASE_URL", "APP_URL", "LINE_CHANNEL_ID", "LINE_CHANNEL_SECRET"],
  sandbox: ["LINE_CHANNEL_ID", "LINE_CHANNEL_SECRET"],
  mailbox: ["SMTP_URL"],
  command: ["DATABASE_URL"],
  "admin-link": ["DATABASE_URL", "APP_URL"],
};

export const isLoopback = (address: string): boolean => {
  const host = new URL(address).hostname;
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
};

/** Everything that is wrong with the settings, one line each; or the settings. Pure. */
export function parseSettings(
  source: Record<string, string | undefined>,
  program: Program,
): { settings: Settings } | { problems: string[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, v]) => v !== undefined && v !== ""));
  if (source.MAP_TILE_URL === "") given.MAP_TILE_URL = NO_TILES;
  const parsed = shape.safeParse(given);
  if (!parsed.success)
    return { problems: parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`) };
  const s = parsed.data;
  const problems = REQUIRED[program].filter((key) => !s[key]).map((key) => `${key}: is not set`);
  // The residents' settings page is part of the console's build and reads what that reads.
  if (program === "intake" && s.LIFF_ID)
    problems.push(
      ...(["APP_URL", "AUTH_SECRET"] as const)
        .filter((key) => !s[key])
        .map((key) => `${key}: is not set, and LIFF_ID is: the settings page needs it`),
    );
  if (s.MADOGUCHI_MODE === "demo") {
    const outside = (
      ["APP_URL", "LINE_API_BASE_URL", "LINE_DATA_API_BASE_URL", "SANDBOX_URL"] as const
    ).filter((key) => {
      const value = s[key];
      return value !== undefined && !isLoopback(value);
    });
    problems.push(
      ...outside.map((key) => `${key}: demo mode runs on this machine only (127.0.0.1 or localhost)`),
    );
  } else {
    if (s.SANDBOX_URL) problems.push("SANDBOX_URL: is for demo mode only");
    if (s.DEV_SERVER) problems.push("DEV_SERVER: is for demo mode only");
  }
  return problems.length > 0 ? { problems } : { settings: s };
}

/**
 * What a service for a real city lacks, outside demo mode: problems are no reason to run, for what is stored in the wrong
 * place is lost; warnings name what residents or staff will not get. Pure.
 */
export function findMissing(
  source: Record<string, string | undefined>,
  program: Program,
): { problems: string[]; warnings: string[] } {
  const serves = program === "web" || program === "worker" || program === "intake";
  if (!serves || source.MADOGUCHI_MODE === "demo") return { problems: [], warnings: [] };
  const warnings: string[] = [];
  if (program === "worker" && !source.SMTP_URL)
    warnings.push("SMTP_URL is not set: nobody is written a mail to");
  if (!source.PUBLIC_URL && program !== "intake")
    warnings.push("PUBLIC_URL is not set: LINE cannot fetch the pictures of messages");
  if (!source.PUBLIC_URL && program === "intake" && source.LIFF_ID)
    warnings.push("PUBLIC_URL is not set: the residents' settings page refuses what is sent to it");
  return {
    problems: source.STORAGE_URL
      ? []
      : ["STORAGE_URL: is not set; all programs share one folder, such as file:/srv/madoguchi/blobs"],
    warnings,
  };
}

let current: Settings | undefined;

/** As lines of the log, which cannot be asked here: it reads its level from this file. */
const warn = (missing: string): boolean =>
  process.stderr.write(
    `${JSON.stringify({ level: 40, time: new Date().toISOString(), event: "settings.missing", missing })}\n`,
  );

/**
 * Reads and checks the settings, once a process. What is wrong is listed in one message and the process ends with 1.
 * `whole`: with what a service for a real city needs, for programs that are one; a part of one, or a test, does without.
 */
export function startSettings(program: Program, whole = program === "worker"): Settings {
  if (current) return current;
  const result = parseSettings(process.env, program);
  const missing = whole ? findMissing(process.env, program) : { problems: [], warnings: [] };
  const problems = [...("problems" in result ? result.problems : []), ...missing.problems];
  if ("problems" in result || problems.length > 0) {
    process.stderr.write(
      `Madoguchi cannot start. These settings are missing or wrong:\n${problems.map((p) => `  - ${p}\n`).join("")}` +
        "Nothing was changed. Set them in the environment (README.md, Settings) and start again.\n",
    );
    process.exit(1);
  }
  for (const each of missing.warnings) warn(each);
  current = result.settings;
  // next-auth reads its address from the environment itself.
  if (current.APP_URL) process.env.NEXTAUTH_URL = current.APP_URL;
  return current;
}

/** The settings of this process. The web process starts them on first use, programs in their main.ts. */
export const env = (): Settings => current ?? startSettings("web");

export const isDemo = (): boolean => env().MADOGUCHI_MODE === "demo";

/** The whole environment, for programs that start others. */
export const inheritedEnvironment = (): Record<string, string | undefined> => ({ ...process.env });

export const logLevel = (): string => process.env.LOG_LEVEL || "info";

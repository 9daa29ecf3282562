import type { DemoCity } from "./cities";

/** Host that stands for the public side: the sandbox, like LINE, calls https only, and maps it to this machine. */
export const PUBLIC_HOST = "madoguchi.demo.invalid";

export type Ports = { web: number; sandbox: number; mailbox: number; mailIntake: number; smtp: number };

/** Made once for a data folder and kept there. */
export type DemoSecrets = {
  channelId: string;
  channelSecret: string;
  channelAccessToken: string;
  loginChannelId: string;
  liffId: string;
  authSecret: string;
};

export type Addresses = { web: string; phone: string; sandbox: string; mailbox: string };

export const addressesFor = (ports: Ports): Addresses => ({
  web: `http://localhost:${ports.web}`,
  phone: `http://localhost:${ports.web}/sandbox`,
  sandbox: `http://127.0.0.1:${ports.sandbox}`,
  mailbox: `http://localhost:${ports.mailbox}`,
});

export type PlanInput = {
  city: DemoCity;
  ports: Ports;
  secrets: DemoSecrets;
  databaseUrl: string;
  dataFolder: string;
};

/**
 * The settings every program of the demo runs with. Each name that could point outside this machine is set here, so
 * that a real token or mail server in the person's environment is never used by a demo.
 */
export function demoSettings(input: PlanInput): Record<string, string> {
  const { ports, secrets } = input;
  const at = addressesFor(ports);
  return {
    MADOGUCHI_MODE: "demo",
    CITY: input.city,
    DATABASE_URL: input.databaseUrl,
    DATABASE_OWNER_URL: "",
    APP_URL: at.web,
    NEXTAUTH_URL: at.web,
    PUBLIC_URL: `https://${PUBLIC_HOST}`,
    AUTH_SECRET: secrets.authSecret,
    PORT: String(ports.web),
    SANDBOX_PORT: String(ports.sandbox),
    MAIL_SINK_PORT: String(ports.mailbox),
    MAIL_INTAKE_PORT: String(ports.mailIntake),
    LINE_CHANNEL_ID: secrets.channelId,
    LINE_CHANNEL_SECRET: secrets.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: secrets.channelAccessToken,
    LINE_API_BASE_URL: at.sandbox,
    LINE_DATA_API_BASE_URL: at.sandbox,
    LINE_LOGIN_CHANNEL_ID: secrets.loginChannelId,
    LIFF_ID: secrets.liffId,
    SANDBOX_URL: at.sandbox,
    SANDBOX_HOSTS: `${PUBLIC_HOST}=http://127.0.0.1:${ports.web}`,
    SANDBOX_DATA: `${input.dataFolder}/sandbox`,
    ARM_FILE: `${input.dataFolder}/arm.json`,
    STORAGE_URL: `file:${input.dataFolder}/blobs`,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_FROM: "madoguchi@demo.example",
    MAIL_SINK_DATA: `${input.dataFolder}/mail`,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** One program of the demo. `health` null: alive means well. */
export type Program = {
  name: "sandbox" | "mailbox" | "worker" | "web";
  args: string[];
  health: string | null;
};

/**
 * Node's arguments for the console. Pages are made of many things that live for a moment: with room for more of them the
 * collector, a tenth of a page's time, has less to do (`npm start` says the same).
 */
export const webArgs = (port: number, verb: "dev" | "start" = "start"): string[] => [
  "--max-semi-space-size=64", // MB
  "node_modules/next/dist/bin/next",
  ...[verb, "-p", String(port), "-H", "127.0.0.1"],
];
const TSX = "node_modules/tsx/dist/cli.mjs";

/**
 * `argsOf`: Node's arguments for an entry. With `dev` the worker and the sandbox start again when their code changes, and
 * the web compiles on demand.
 */
export function programs(ports: Ports, dev: boolean, argsOf: (entry: string) => string[]): Program[] {
  const program = (name: Program["name"], entry: string, health: string | null): Program => ({
    name,
    args: dev ? [TSX, "watch", "--clear-screen=false", entry] : argsOf(entry),
    health,
  });
  return [
    program("sandbox", "lib/sandbox/main.ts", `http://127.0.0.1:${ports.sandbox}/_sandbox/health`),
    program("mailbox", "lib/mail/sink/main.ts", `http://127.0.0.1:${ports.mailbox}/`),
    program("worker", "lib/jobs/main.ts", null),
    {
      name: "web",
      args: webArgs(ports.web, dev ? "dev" : "start"),
      health: `http://127.0.0.1:${ports.web}/api/health`,
    },
  ];
}

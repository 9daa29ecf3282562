import { parseSettings, type Settings } from "@/lib/core/env";
import { type ChannelGateway, createChannelGateway } from "@/lib/line/channel-gateway";
import { CHANNEL, openSandbox, type TestSandbox } from "@/lib/sandbox/testing/sandbox";

/** The process died here: nothing after it runs, nothing is written down. */
export class Killed extends Error {}

/** Where a run is to be disturbed: at the n-th call that changes something, or asks how that went, before or after LINE did it. */
export type Crash = { at: number; when: "before" | "after"; how: "killed" | "silent" };

const CUT = [
  "createMenu",
  "setImage",
  "pointAlias",
  "setDefaultMenu",
  "unlinkFrom",
  "unlinkProgress",
  "deleteMenu",
  "deleteAlias",
] as const;

/** The sandbox as LINE, and the gateway to it, with a knife at a chosen call. */
export async function openLine(): Promise<
  TestSandbox & { channel: ChannelGateway; crashing: (crash: Crash) => ChannelGateway & { calls: string[] } }
> {
  const box = await openSandbox();
  const parsed = parseSettings(
    {
      DATABASE_URL: "postgres://nobody@localhost/none",
      APP_URL: "http://localhost:3000",
      LINE_CHANNEL_ID: CHANNEL.id,
      LINE_CHANNEL_SECRET: CHANNEL.secret,
      LINE_CHANNEL_ACCESS_TOKEN: CHANNEL.longLivedToken,
      LINE_API_BASE_URL: box.url,
      LINE_DATA_API_BASE_URL: box.url,
    },
    "worker",
  );
  if ("problems" in parsed) throw new Error(parsed.problems.join());
  const settings: Settings = parsed.settings;
  const channel = createChannelGateway(settings);
  const crashing = (crash: Crash) => {
    const calls: string[] = [];
    const cut = async (name: string, call: () => Promise<unknown>) => {
      calls.push(name);
      const isHere = calls.length === crash.at;
      const fail = () => {
        throw crash.how === "killed" ? new Killed(name) : new TypeError("fetch failed");
      };
      if (isHere && crash.when === "before") fail();
      const answer = await call();
      if (isHere) fail();
      return answer;
    };
    const knife = Object.fromEntries(
      CUT.map((name) => [
        name,
        (...args: unknown[]) =>
          cut(name, () => (channel[name] as (...all: unknown[]) => Promise<unknown>)(...args)),
      ]),
    );
    return { ...channel, ...(knife as Pick<ChannelGateway, (typeof CUT)[number]>), calls };
  };
  return { ...box, channel, crashing };
}

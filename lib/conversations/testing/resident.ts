import type { LineMessage, QuickAction } from "../message";
import { readTap, type Verb } from "../postback";
import { step } from "../step";
import {
  type Bot,
  type Effect,
  emptyTalk,
  type PickerParams,
  type Submission,
  type Talk,
  type TalkEvent,
  type TalkEventBody,
} from "../talk";
import { refusals } from "./line-limits";

/** Sunday 22 November 2026, 23:40 in Tokyo. */
export const NIGHT = Date.parse("2026-11-22T23:40:00+09:00");

export const INSIDE = { lat: 32.8034, lng: 130.7098 };
export const OUTSIDE = { lat: 32.791, lng: 130.816 };

type Options = {
  language?: string | null;
  at?: number;
  prefix?: string;
  /** Goes on from a talk that another resident began. */
  talk?: Talk;
};

/** A resident who talks to the engine as LINE would carry it: sees replies, taps the buttons that are there. */
export function resident(bot: Bot, options: Options = {}) {
  const prefix = options.prefix ?? "01EVENT";
  let talk: Talk = options.talk ?? emptyTalk(options.language ?? null);
  let clock = options.at ?? options.talk?.open?.lastAt ?? NIGHT;
  let count = 0;
  let shown: LineMessage[] = [];
  const events: TalkEvent[] = [];
  const effects: Effect[] = [];

  const buttons = (): QuickAction[] => {
    const last = shown.at(-1);
    const templates = shown.flatMap((message) =>
      message.type === "template" ? message.template.actions : [],
    );
    return [...(last?.quickReply?.items.map((item) => item.action) ?? []), ...templates];
  };

  const me = {
    get talk() {
      return talk;
    },
    get shown() {
      return shown;
    },
    get text() {
      return shown
        .map((message) =>
          message.type === "text" ? message.text : message.type === "template" ? message.template.text : "",
        )
        .join("\n");
    },
    get labels() {
      return buttons().map((button) => button.label);
    },
    get now() {
      return clock;
    },
    events,
    effects,
    wait(ms: number) {
      clock += ms;
      return me;
    },
    send(body: TalkEventBody) {
      count += 1;
      clock += 1000;
      const event: TalkEvent = { id: `${prefix}${String(count).padStart(6, "0")}`, at: clock, ...body };
      events.push(event);
      const result = step(talk, event, bot);
      const refused = refusals(result.replies);
      if (refused.length > 0) throw new Error(`LINE would refuse: ${refused.join("; ")}`);
      talk = result.talk;
      if (result.replies.length > 0) shown = result.replies;
      effects.push(...result.effects);
      return me;
    },
    type: (text: string) => me.send({ kind: "text", messageId: `m${count + 1}`, text }),
    postback: (data: string, params = {}) => me.send({ kind: "postback", data, params }),
    /** Taps the button with that label. */
    tap(label: string, params: { date?: string; datetime?: string } = {}) {
      const button = buttons().find((one) => one.label === label);
      if (!button || !("data" in button))
        throw new Error(`no button ${label} in: ${me.labels.join(", ")}\n${me.text}`);
      return me.postback(button.data, params);
    },
    /** Taps the button that does this, whatever the language of its label. False: it is not there. */
    act(verb: Verb, value = "", params: PickerParams = {}): boolean {
      const button = buttons().find((one) => {
        const tap = "data" in one ? readTap(one.data) : null;
        return tap?.kind === "act" && tap.verb === verb && (value === "" || tap.value === value);
      });
      if (!button || !("data" in button)) return false;
      me.postback(button.data, params);
      return true;
    },
    get buttons() {
      return buttons();
    },
    photo: (
      set: { id: string; index: number | null; total: number | null } | null = null,
      external = false,
    ) => me.send({ kind: "image", messageId: `m${count + 1}`, external, set }),
    place: (inside = true) =>
      me.send({
        kind: "location",
        messageId: `m${count + 1}`,
        point: inside ? INSIDE : OUTSIDE,
        address: inside ? "熊本市中央区手取本町1-1" : "熊本県上益城郡益城町",
        inside,
        areaKey: inside ? "chuo" : null,
      }),
    /** The message id of the newest message. */
    get lastMessageId() {
      return `m${count}`;
    },
    get submissions(): Submission[] {
      return effects.flatMap((effect) => (effect.kind === "submit-report" ? [effect.submission] : []));
    },
  };
  return me;
}
export type Resident = ReturnType<typeof resident>;

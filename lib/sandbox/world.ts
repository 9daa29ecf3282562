import { type Clock, createClock } from "./clock";
import { createFaults, type Faults } from "./faults";
import type { Hosts } from "./hosts";
import { botUserId } from "./ids";
import { type Journal, openJournal } from "./journal";
import { createMedia, type Media } from "./media";
import { type Buckets, createBuckets } from "./platform/buckets";
import { createLateness, type Lateness } from "./platform/lateness";
import type { Config, RequestView } from "./protocol";
import { type AccessTokens, type ChannelKeys, createAccessTokens } from "./state/access-tokens";
import { createConfig } from "./state/config";
import { type Content, createContent } from "./state/content";
import { createEvents, type Events } from "./state/events";
import { createInsight, type Insight } from "./state/insight";
import { createLedger, type Ledger } from "./state/ledger";
import { createQuota, type Quota } from "./state/quota";
import { createRegister, type Register } from "./state/register";
import { createReplyTokens, type ReplyTokens } from "./state/reply-tokens";
import { createRetryKeys, type RetryKeys } from "./state/retry-keys";
import { createRichMenus, type RichMenus } from "./state/rich-menus";
import { createTalk, type Talk } from "./state/talk";
import { createStreams, type Streams } from "./streams";
import { createDeliverer, type Deliverer } from "./webhook/deliverer";
import { createHistory, type History } from "./webhook/history";
import { createOutbound } from "./webhook/outbound";

export type WorldOptions = {
  folder: string;
  channel: ChannelKeys;
  loginChannelId: string;
  hosts: Hosts;
  /** Milliseconds since 1970; tests give their own. */
  now?: () => number;
};

/** Answers and refusals since the process started; not in the log. */
type Tally = {
  answers: Record<string, Record<string, number>>;
  refusedReplies: { used: number; expired: number; unknown: number };
  retryKeyConflicts: number;
};

/** One LINE account with everybody around it. All state is what the journal's records made of it. */
export type World = {
  options: WorldOptions;
  channel: ChannelKeys;
  botUserId: string;
  startedAt: number;
  clock: Clock;
  journal: Journal;
  config: Config;
  register: Register;
  talk: Talk;
  ledger: Ledger;
  replyTokens: ReplyTokens;
  retryKeys: RetryKeys;
  quota: Quota;
  insight: Insight;
  accessTokens: AccessTokens;
  richMenus: RichMenus;
  content: Content;
  events: Events;
  deliverer: Deliverer;
  media: Media;
  streams: Streams;
  faults: Faults;
  buckets: Buckets;
  requests: History<RequestView>;
  lateness: Lateness;
  tally: Tally;
  /** Wall time until which the "…" shows, by resident. */
  loading: Map<number, number>;
  stop(): Promise<void>;
};

export function createWorld(options: WorldOptions): World {
  const { channel, folder, hosts } = options;
  const clock = createClock(options.now);
  const journal = openJournal(folder);
  journal.on("clock", ({ shiftMs }) => {
    clock.shiftMs = shiftMs;
  });
  const config = createConfig(journal);
  const register = createRegister(journal);
  const content = createContent(journal, folder);
  const ledger = createLedger(journal);
  const talk = createTalk(journal, ledger, (id) => (content.find(id) ? `/_sandbox/content/${id}` : null));
  const events = createEvents(journal);
  const replyTokens = createReplyTokens(journal, clock);
  const richMenus = createRichMenus(journal);
  const streams = createStreams();
  const outbound = createOutbound(hosts, channel.secret);
  const media = createMedia(hosts, content);
  const bot = botUserId(channel.id);
  const deliverer = createDeliverer({ journal, clock, config, events, register, outbound, destination: bot });
  const loading = new Map<number, number>();

  const world: World = {
    options,
    channel,
    botUserId: bot,
    startedAt: clock.wall(),
    clock,
    journal,
    config,
    register,
    talk,
    ledger,
    replyTokens,
    retryKeys: createRetryKeys(ledger, clock),
    quota: createQuota(ledger, clock),
    insight: createInsight(journal, ledger),
    accessTokens: createAccessTokens(journal, clock, channel),
    richMenus,
    content,
    events,
    deliverer,
    media,
    streams,
    faults: createFaults(),
    buckets: createBuckets(clock, () => config.bucketScale),
    requests: createHistory<RequestView>(),
    lateness: createLateness(),
    tally: { answers: {}, refusedReplies: { used: 0, expired: 0, unknown: 0 }, retryKeyConflicts: 0 },
    loading,
    async stop() {
      deliverer.stop();
      world.lateness.stop();
      await Promise.all([outbound.close(), media.close()]);
      journal.close();
    },
  };
  if (journal.replay() === 0) journal.commit("born", { at: clock.wall() });
  // From here on, changes are shown to those who watch.
  talk.subscribe((i) => streams.changed([i]));
  richMenus.subscribe((of) => streams.changed(of));
  ledger.subscribe((row) => {
    for (const i of row.to) if (!row.missed?.has(i)) loading.delete(i);
  });
  deliverer.resume();
  return world;
}

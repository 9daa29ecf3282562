import type { Db, openDatabase } from "@/db";
import { countRecentBlocks } from "@/lib/analytics/broadcasts/commands";
import { foldCounts } from "@/lib/analytics/counts/commands";
import { keepFollowers } from "@/lib/analytics/line/jobs";
import { sealAudit } from "@/lib/audit/jobs";
import { clearOldSignIns } from "@/lib/auth/jobs";
import { keepInsights } from "@/lib/broadcasts/insight/jobs";
import { keepQuota } from "@/lib/broadcasts/quota/jobs";
import { makeOccurrences } from "@/lib/broadcasts/series/jobs";
import { createLibraryStore } from "@/lib/chatbot/live/store";
import { systemContext } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { createWaker, listen } from "@/lib/core/wake-up";
import type { ArmFile } from "@/lib/delivery/arm-gateway";
import { clearOldShares, ensureChannel } from "@/lib/delivery/channel/commands";
import type { Render } from "@/lib/delivery/freeze/commands";
import { HALT, saysHalt } from "@/lib/delivery/halt";
import { keepSchedule } from "@/lib/delivery/jobs";
import { createSender } from "@/lib/delivery/store";
import { remindDue } from "@/lib/garbage/reminders/jobs";
import { createGarbage } from "@/lib/garbage/resident/store";
import { expireDrafts } from "@/lib/inbox/commands";
import type { Aftermath, InboxTools } from "@/lib/inbox/jobs";
import { createContentStore } from "@/lib/inbox/store";
import type { ChannelGateway } from "@/lib/line/channel-gateway";
import type { LineGateway } from "@/lib/line/gateway";
import { keepSeen, workMenus } from "@/lib/menus/jobs";
import { attemptMessage, deliverDue, type OutboxGateways } from "@/lib/outbox/jobs";
import { discardStrayPhotos } from "@/lib/photos/commands";
import { fetchDuePhotos } from "@/lib/photos/jobs";
import { setReceived, setSlabs } from "@/lib/segments/slabs/commands";
import type { Storage } from "@/lib/storage/gateway";
import { removeDueFiles } from "@/lib/storage/jobs";
import { beat, clearOldEvents } from "../commands";
import { createInbox } from "../inbox/store";
import { createLoop } from "../store";

const POLL_MS = 1_000;
const INBOX_SLOTS = 12;

/** Everything one worker process does. Any number of them share one database. */
export function createWorker(deps: {
  database: ReturnType<typeof openDatabase>;
  databaseUrl: string;
  workerId: string;
  leaseMs: number;
  line: LineGateway;
  channel: ChannelGateway;
  mail: OutboxGateways["mail"];
  storage: Storage;
  arm: ArmFile;
  render: Render;
  /** Multicasts a second. */
  sendRate: number;
  /** Where residents find the page of their settings; null when there is none. */
  settingsUrl: string | null;
  /** PUBLIC_URL: where LINE fetches the pictures of answers. */
  mediaBase: string;
}): { start: () => void; stop: () => Promise<void> } {
  const db: Db = deps.database.db;
  const owner = deps.workerId;
  const leaseMs = deps.leaseMs;
  const ctx = (job: string) => systemContext(db, job);
  const waker = createWaker(deps.database.pool);
  const gateways: OutboxGateways = { line: deps.line, mail: deps.mail };
  const chance = { random: Math.random, clock: Date.now };
  const tellConsoles = (line: string) => waker.wake("reports", line);
  const startedAt = new Date();

  const afterEvent = async (aftermath: Aftermath) => {
    if (aftermath.photosWanted) photos.wake();
    if (aftermath.photosGone) files.wake();
    for (const line of aftermath.changedReports) tellConsoles(line);
    if (aftermath.changedReports.length > 0) wakeOutbox();
    if (aftermath.reply)
      await attemptMessage(ctx("reply"), gateways, { row: aftermath.reply, owner, ...chance });
  };

  const books = createLibraryStore(db, { mediaBase: deps.mediaBase });
  const tools: InboxTools = {
    owner,
    leaseMs,
    content: createContentStore(db, deps.settingsUrl, books),
    language: (id) => deps.line.language(id),
  };
  const inboxWork = createInbox({
    db,
    tools,
    slots: INBOX_SLOTS,
    after: afterEvent,
    onFree: () => inbox.wake(),
  });

  const inbox = createLoop({ name: "inbox", pollMs: POLL_MS, work: inboxWork.work });
  // Also while nobody asks: the first question of a quiet hour is answered from what is live.
  const shelf = createLoop({
    name: "chatbot",
    pollMs: 3_000,
    work: async () => {
      books.refresh();
      return 0;
    },
  });
  const outbox = createLoop({
    name: "outbox",
    pollMs: POLL_MS,
    work: () => deliverDue(ctx("outbox"), gateways, { to: "resident", owner, leaseMs, limit: 16, ...chance }),
  });
  const mails = createLoop({
    name: "mails",
    pollMs: POLL_MS,
    work: () => deliverDue(ctx("mails"), gateways, { to: "mailbox", owner, leaseMs, limit: 4, ...chance }),
  });
  const wakeOutbox = () => {
    outbox.wake();
    mails.wake();
  };
  const photos = createLoop({
    name: "photos",
    pollMs: POLL_MS,
    work: () =>
      fetchDuePhotos(
        ctx("photos"),
        { line: deps.line, storage: deps.storage },
        { owner, leaseMs, limit: 4, onChange: tellConsoles },
      ),
  });
  const files = createLoop({
    name: "files",
    pollMs: 10_000,
    work: () => removeDueFiles(ctx("files"), deps.storage),
  });
  const sender = createSender({
    db,
    line: deps.line,
    arm: deps.arm,
    owner,
    leaseMs,
    perSecond: deps.sendRate,
    onHalt: () => waker.wake("delivery", HALT),
  });
  const delivery = createLoop({ name: "delivery", pollMs: POLL_MS, work: sender.work });
  const scheduler = createLoop({
    name: "scheduler",
    pollMs: POLL_MS,
    work: async () => {
      await ensureChannel(ctx("scheduler"));
      const done = (await sender.armed()) ? await keepSchedule(ctx("scheduler"), deps.render) : 0;
      if (done > 0) {
        waker.wake("delivery");
        quota.wake();
      }
      return done;
    },
  });
  const sealer = createLoop({
    name: "audit-sealer",
    pollMs: 2_000,
    work: () => sealAudit(ctx("audit-sealer")),
  });
  const heart = createLoop({
    name: "heartbeat",
    pollMs: 5_000,
    work: async () => {
      await beat(ctx("heartbeat"), { workerId: owner, startedAt });
      return 0;
    },
  });
  const upkeep = createLoop({
    name: "upkeep",
    pollMs: 60_000,
    work: async () => {
      await expireDrafts(ctx("upkeep"));
      await discardStrayPhotos(ctx("upkeep"));
      await makeOccurrences(ctx("upkeep"));
      await clearOldEvents(ctx("upkeep"));
      await clearOldSignIns(ctx("upkeep"));
      await clearOldShares(ctx("upkeep"));
      await countRecentBlocks(ctx("upkeep"));
      return 0;
    },
  });

  let askedForQuota = false;
  const quota = createLoop({
    name: "quota",
    pollMs: 60_000,
    work: async () => {
      await keepQuota(ctx("quota"), { line: deps.line, atOnce: !askedForQuota });
      askedForQuota = true;
      return 0;
    },
  });

  const insights = createLoop({
    name: "insights",
    pollMs: 20_000,
    work: async () => {
      // A copy of the database would use up what the real one may ask.
      if (!(await sender.armed())) return 0;
      await keepInsights(ctx("insights"), { line: deps.line });
      await keepFollowers(ctx("followers"), { line: deps.line });
      return 0;
    },
  });

  /** A copy of the database leaves everybody's menu as it is. */
  const menus = createLoop({
    name: "menus",
    pollMs: POLL_MS,
    work: async () =>
      (await sender.armed()) ? workMenus(ctx("menus"), { channel: deps.channel, owner }) : 0,
  });
  const menuWatch = createLoop({
    name: "menu-watch",
    pollMs: 60_000,
    work: async () => {
      if (await sender.armed()) await keepSeen(ctx("menu-watch"), deps.channel);
      return 0;
    },
  });

  const garbage = createGarbage();
  const reminders = createLoop({
    name: "reminders",
    // Looking for those that are due reads all who want one in the last two hours.
    pollMs: 15_000,
    work: async () => {
      const done = (await sender.armed()) ? await remindDue(ctx("reminders"), garbage.books) : 0;
      if (done > 0) outbox.wake();
      return done;
    },
  });

  const slabs = createLoop({
    name: "slabs",
    pollMs: 30_000,
    work: async () => (await setSlabs(ctx("slabs"))) + (await setReceived(ctx("slabs"))),
  });

  const counts = createLoop({ name: "counts", pollMs: 2_000, work: () => foldCounts(ctx("counts")) });

  const loops = [
    inbox,
    shelf,
    outbox,
    mails,
    photos,
    files,
    delivery,
    scheduler,
    sealer,
    heart,
    upkeep,
    slabs,
    counts,
    quota,
    insights,
    menus,
    menuWatch,
    reminders,
  ];
  let listening: ReturnType<typeof listen> | undefined;
  return {
    start() {
      listening = listen(
        deps.databaseUrl,
        ["inbox", "outbox", "photos", "delivery", "chatbot", "menus"],
        (channel, lines) => {
          if (channel === "inbox") inbox.wake();
          else if (channel === "outbox") wakeOutbox();
          else if (channel === "photos") photos.wake();
          else if (channel === "chatbot") shelf.wake();
          else if (channel === "menus") menus.wake();
          else {
            if (saysHalt(lines)) sender.halt();
            scheduler.wake();
            delivery.wake();
          }
        },
      );
      for (const loop of loops) loop.start();
    },
    async stop() {
      // What is taken goes back at once: another worker's emergency does not wait for this one's photos.
      await Promise.all([
        delivery.stop().then(() => sender.drain()),
        ...loops.filter((loop) => loop !== delivery).map((loop) => loop.stop()),
      ]);
      await inboxWork.drain();
      await listening?.stop();
      await waker.flush();
      await deps.database.close();
      log.info({ event: "worker.stopped" });
    },
  };
}

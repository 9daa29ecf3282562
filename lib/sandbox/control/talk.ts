import type { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { view } from "../acts";
import type { MediaChecksAnswer, StreamEvent, TalkAnswer } from "../protocol";
import type { World } from "../world";
import { pageOf } from "./parse";
import { residentOf } from "./residents";
import { viewTalkState } from "./views";

const KEEP_ALIVE_MS = 15_000;
const ITEMS_AT_ONCE = 5000;

/** Bytes of residents: shown inside a page of ours, never run. */
const picture = (bytes: Uint8Array, contentType: string): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      "content-type": contentType,
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox",
    },
  });
const toSse = ({ event, data }: StreamEvent): { event: string; data: string } => ({
  event,
  data: JSON.stringify(data),
});
const missing = (): Response => Response.json({ error: "there is no such picture" }, { status: 404 });

export function talkRoutes(app: Hono, world: () => World): void {
  app.get("/_sandbox/residents/:id/talk", (c) => {
    const at = world();
    const i = residentOf(at, c.req.param("id"));
    const { after, limit } = pageOf(c, { standard: 500, max: ITEMS_AT_ONCE });
    const items = at.talk.items(i, after, limit);
    return c.json({ ...viewTalkState(at, i), items, lastSeq: at.talk.lastSeq(i) } satisfies TalkAnswer);
  });

  app.get("/_sandbox/residents/:id/stream", (c) => {
    const at = world();
    const i = residentOf(at, c.req.param("id"));
    const { after } = pageOf(c, { standard: 500, max: ITEMS_AT_ONCE });
    let seen = Number(c.req.header("last-event-id") ?? 0) || after;
    return streamSSE(c, async (stream) => {
      let wake: () => void = () => {};
      const stopWatching = at.streams.watch(i, () => wake());
      stream.onAbort(() => {
        stopWatching();
        wake();
      });
      let shown = "";
      while (!stream.aborted && !stream.closed) {
        // Taken before reading: what changes while we write wakes the next round at once.
        let timer: NodeJS.Timeout | undefined;
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, KEEP_ALIVE_MS);
        });
        // Whoever has the talk open sees what arrives.
        view(at, i);
        for (const item of at.talk.items(i, seen, ITEMS_AT_ONCE)) {
          seen = item.seq;
          await stream.writeSSE({ ...toSse({ event: "item", data: item }), id: String(item.seq) });
        }
        const state = toSse({ event: "state", data: viewTalkState(at, i) });
        if (state.data !== shown) await stream.writeSSE(state);
        else await stream.write(": still here\n\n");
        shown = state.data;
        await woken;
        clearTimeout(timer);
      }
      stopWatching();
    });
  });

  app.get("/_sandbox/content/:messageId", (c) => {
    const { content } = world();
    const found = content.find(c.req.param("messageId"));
    const bytes = found ? content.read(found.file) : null;
    return found && bytes ? picture(bytes, found.contentType) : missing();
  });
  app.get("/_sandbox/richmenu/:id/image", (c) => {
    const { content, richMenus } = world();
    const type = richMenus.imageOf(c.req.param("id"));
    const bytes = type === undefined ? null : content.read(c.req.param("id"));
    return type !== undefined && bytes ? picture(bytes, type) : missing();
  });
  app.get("/_sandbox/media", async (c) => {
    const fetched = await world().media.get(c.req.query("url") ?? "");
    return fetched ? picture(fetched.bytes, fetched.contentType) : missing();
  });
  app.get("/_sandbox/media/checks", (c) =>
    c.json({ checks: [...world().media.checks()] } satisfies MediaChecksAnswer),
  );
}

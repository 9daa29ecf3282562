import type { Context, Hono } from "hono";
import { z } from "zod";
import * as acts from "../acts";
import type {
  ActAnswer,
  ClickAct,
  FollowAct,
  ImageActQuery,
  LocationAct,
  PostbackAct,
  RawAct,
  RichMenuSwitchAct,
  StickerAct,
  TextAct,
  UnsendAct,
  WebhookOptions,
} from "../protocol";
import type { World } from "../world";
import { bodyOf, parse, webhookOptions } from "./parse";
import { residentOf } from "./residents";

const params = z.union([
  z.object({ date: z.string() }),
  z.object({ time: z.string() }),
  z.object({ datetime: z.string() }),
]);

/** The parsers of what `protocol.ts` promises. */
const shapes: {
  bare: z.ZodType<FollowAct>;
  text: z.ZodType<TextAct>;
  location: z.ZodType<LocationAct>;
  sticker: z.ZodType<StickerAct>;
  postback: z.ZodType<PostbackAct>;
  switch: z.ZodType<RichMenuSwitchAct>;
  unsend: z.ZodType<UnsendAct>;
  click: z.ZodType<ClickAct>;
  raw: z.ZodType<RawAct>;
} = {
  bare: z.object(webhookOptions),
  // LINE's own client stops at 10,000 characters.
  text: z.object({
    ...webhookOptions,
    text: z.string().min(1).max(10_000),
    quotedMessageId: z.string().optional(),
  }),
  location: z.object({
    ...webhookOptions,
    title: z.string().optional(),
    address: z.string().optional(),
    latitude: z.number(),
    longitude: z.number(),
  }),
  sticker: z.object({
    ...webhookOptions,
    packageId: z.string().optional(),
    stickerId: z.string().optional(),
  }),
  postback: z.object({
    ...webhookOptions,
    data: z.string().max(300),
    params: params.optional(),
    displayText: z.string().optional(),
    messageId: z.string().optional(),
  }),
  switch: z.object({ ...webhookOptions, richMenuAliasId: z.string(), data: z.string().max(300) }),
  unsend: z.object({ ...webhookOptions, messageId: z.string() }),
  click: z.object({ ...webhookOptions, uri: z.string().min(1).max(2000) }),
  raw: z.object({ ...webhookOptions, event: z.record(z.string(), z.unknown()) }),
};

/** Leaves out what was not given: exact optional properties end up in events. */
const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

export function actRoutes(app: Hono, world: () => World): void {
  const act = <T extends WebhookOptions>(
    name: string,
    shape: z.ZodType<T>,
    run: (world: World, i: number, asked: T, options: WebhookOptions) => ActAnswer,
  ): void => {
    app.post(`/_sandbox/residents/:id/${name}`, async (c) => {
      const asked = given(await bodyOf(c, shape));
      const at = world();
      const answer = run(at, residentOf(at, c.req.param("id")), asked, optionsOf(asked));
      await at.journal.flushed();
      return c.json(answer);
    });
  };

  act("follow", shapes.bare, (at, i, _, options) => acts.follow(at, i, options));
  act("unblock", shapes.bare, (at, i, _, options) => acts.follow(at, i, options));
  act("block", shapes.bare, (at, i, _, options) => acts.block(at, i, options));
  act("text", shapes.text, (at, i, { text, quotedMessageId }, o) =>
    acts.sendText(at, i, text, quotedMessageId, o),
  );
  act("location", shapes.location, (at, i, asked, options) => acts.sendLocation(at, i, asked, options));
  act("sticker", shapes.sticker, (at, i, asked, options) => acts.sendSticker(at, i, asked, options));
  act("postback", shapes.postback, (at, i, asked, options) => acts.tapPostback(at, i, asked, options));
  act("switch", shapes.switch, (at, i, asked, o) =>
    acts.switchRichMenu(at, i, asked.richMenuAliasId, asked.data, o),
  );
  act("unsend", shapes.unsend, (at, i, { messageId }, options) => acts.unsend(at, i, messageId, options));
  act("open", shapes.bare, (at, i) => acts.open(at, i));
  act("click", shapes.click, (at, i, { uri }) => acts.click(at, i, uri));
  act("raw", shapes.raw, (at, i, { event }, options) => acts.sendRaw(at, i, event, options));

  app.post("/_sandbox/residents/:id/image", async (c) => {
    const at = world();
    const i = residentOf(at, c.req.param("id"));
    const asked = parse(
      z.object({
        duplicate: z.coerce.number().int().min(0).max(20).optional(),
        delayMs: z.coerce.number().min(0).max(600_000).optional(),
        hold: z.stringbool().optional(),
        pollsUntilReady: z.coerce.number().int().min(0).default(0),
        external: z.stringbool().default(false),
      }),
      c.req.query() satisfies ImageActQuery,
    );
    const { pollsUntilReady, external } = asked;
    const pictures = await picturesOf(c);
    const answer = await acts.sendPictures(
      at,
      i,
      pictures,
      { pollsUntilReady, external },
      optionsOf(given(asked)),
    );
    await at.journal.flushed();
    return c.json(answer);
  });
}

const optionsOf = ({ duplicate, delayMs, hold }: WebhookOptions): WebhookOptions =>
  given({ duplicate, delayMs, hold }) as WebhookOptions;

async function picturesOf(c: Context): Promise<acts.SentPicture[]> {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (bytes.length === 0) throw new acts.ActRefused("there is no picture in the body");
    return [{ contentType: type || "image/jpeg", bytes }];
  }
  const form = await c.req.formData();
  const files = form.getAll("file").filter((part): part is File => typeof part !== "string");
  if (files.length === 0) throw new acts.ActRefused("there is no file part in the form");
  return Promise.all(
    files.map(async (file) => ({
      contentType: file.type || "image/jpeg",
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

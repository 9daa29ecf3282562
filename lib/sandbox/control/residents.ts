import { randomBytes } from "node:crypto";
import type { Hono } from "hono";
import { z } from "zod";
import { ActRefused, follow } from "../acts";
import { residentId } from "../ids";
import type { CreateResidents, CreateResidentsAnswer, ResidentAnswer, ResidentsAnswer } from "../protocol";
import type { World } from "../world";
import { bodyOf, parse, webhookOptions } from "./parse";
import { viewResident } from "./views";

const LISTED = 1000;
const COUNT_MAX = 5_000_000;

const createShape = z.object({
  ...webhookOptions,
  name: z.string().min(1).max(100).optional(),
  language: z.string().max(20).nullable().optional(),
  count: z.number().int().min(1).max(COUNT_MAX).default(1),
  seed: z.string().min(1).max(100).optional(),
  follow: z.union([z.boolean(), z.literal("silent")]).default(true),
}) satisfies z.ZodType<CreateResidents>;

/** The number of a resident named in an address. */
export function residentOf(world: World, id: string | undefined): number {
  const i = world.register.numberOf(id ?? "");
  if (i === undefined || world.register.stateOf(i) === "unknown")
    throw new ActRefused(`there is no resident ${id}`);
  return i;
}

function create(world: World, asked: z.infer<typeof createShape>): CreateResidentsAnswer {
  const { count, follow: following, name, language, ...options } = asked;
  const seed = asked.seed ?? randomBytes(6).toString("hex");
  const from = world.register.nextOf(seed);
  if (from <= count) {
    world.journal.commit("residents", {
      seed,
      from,
      to: count,
      friend: following === "silent",
      at: world.clock.wall(),
      ...(name === undefined ? {} : { name }),
      ...(language === undefined ? {} : { language }),
    });
  }
  if (following === true) {
    for (let n = from; n <= count; n += 1) follow(world, residentOf(world, residentId(seed, n)), options);
  }
  const listed = Array.from({ length: Math.min(count, LISTED) }, (_, n) =>
    viewResident(world, residentOf(world, residentId(seed, n + 1))),
  );
  return { residents: listed, created: Math.max(0, count - from + 1), seed };
}

function list(world: World, after: string | undefined, limit: number): ResidentsAnswer {
  const { register } = world;
  const residents: ResidentsAnswer["residents"] = [];
  let i = after === undefined ? 0 : residentOf(world, after) + 1;
  for (; i < register.size() && residents.length < limit; i += 1) {
    if (register.stateOf(i) !== "unknown") residents.push(viewResident(world, i));
  }
  let total = 0;
  for (let n = 0; n < register.size(); n += 1) if (register.stateOf(n) !== "unknown") total += 1;
  return { residents, total, next: i < register.size() ? (residents.at(-1)?.id ?? null) : null };
}

export function residentRoutes(app: Hono, world: () => World): void {
  app.post("/_sandbox/residents", async (c) => c.json(create(world(), await bodyOf(c, createShape))));
  app.get("/_sandbox/residents", (c) => {
    const limit = parse(z.coerce.number().int().min(1).max(LISTED).default(200), c.req.query("limit"));
    return c.json(list(world(), c.req.query("after"), limit));
  });
  app.get("/_sandbox/residents/:id", (c) =>
    c.json(viewResident(world(), residentOf(world(), c.req.param("id"))) satisfies ResidentAnswer),
  );
}

import { isUserId, isUuid } from "../ids";
import { arrayAt, isFields, newFindings, note, noteWrongType, textAt, wordAt } from "../limits/findings";
import type { World } from "../world";
import { type Answer, badProperty, ok, Refusal, refuseFindings } from "./answer";
import { RATES } from "./buckets";
import { type Call, type Endpoint, jsonBody } from "./call";
import { knownUser } from "./reading";
import { findMenu, findPublishedMenu } from "./rich-menus";

const ACCEPTED: Answer = { status: 202, json: {} };

function link({ world, params }: Call): Answer {
  const i = knownUser(world, params.userId ?? "");
  const { richMenuId } = findPublishedMenu(world, params.richMenuId ?? "");
  world.journal.commit("link", { to: [i], richMenuId });
  return ok();
}

function unlink({ world, params }: Call): Answer {
  world.journal.commit("link", { to: [knownUser(world, params.userId ?? "")], richMenuId: null });
  return ok();
}

function linked({ world, params }: Call): Answer {
  finishBatches(world);
  const richMenuId = world.richMenus.linkOf(knownUser(world, params.userId ?? ""));
  if (richMenuId === null) throw new Refusal(404, "the user has no richmenu");
  return ok({ richMenuId });
}

/** The ids of a bulk call. A malformed one refuses all; who blocked or never followed is skipped without a word. */
function friendsOf(call: Call): { to: number[]; richMenuId: string | null } {
  const body = jsonBody(call);
  const findings = newFindings();
  const ids = arrayAt(findings, body, "", "userIds", { min: 1, max: 500, required: true }) ?? [];
  const richMenuId = typeof body.richMenuId === "string" ? body.richMenuId : null;
  refuseFindings(findings);
  const { register } = call.world;
  const to = ids.flatMap((id, n) => {
    if (typeof id !== "string" || !isUserId(id)) throw badProperty(`'userIds[${n}]'`);
    const i = register.numberOf(id);
    return i !== undefined && register.stateOf(i) === "friend" ? [i] : [];
  });
  return { to, richMenuId };
}

function bulkLink(call: Call): Answer {
  const { to, richMenuId } = friendsOf(call);
  const menu = findPublishedMenu(call.world, richMenuId ?? "", 400);
  call.world.journal.commit("link", { to, richMenuId: menu.richMenuId });
  return ACCEPTED;
}

function bulkUnlink(call: Call): Answer {
  call.world.journal.commit("link", { to: friendsOf(call).to, richMenuId: null });
  return ACCEPTED;
}

function setDefault({ world, params }: Call): Answer {
  const { richMenuId } = findPublishedMenu(world, params.richMenuId ?? "");
  world.journal.commit("defaultRichMenu", { richMenuId });
  return ok();
}

function getDefault({ world }: Call): Answer {
  const richMenuId = world.richMenus.defaultId();
  if (richMenuId === null) throw new Refusal(404, "no default richmenu");
  return ok({ richMenuId });
}

function cancelDefault({ world }: Call): Answer {
  world.journal.commit("defaultRichMenu", { richMenuId: null });
  return ok();
}

type Operation = { type: string; from?: string; to?: string };

function checkedBatch(call: Call): Operation[] {
  const body = jsonBody(call);
  const findings = newFindings();
  const operations = arrayAt(findings, body, "", "operations", { min: 1, max: 1000, required: true }) ?? [];
  const key = textAt(findings, body, "", "resumeRequestKey", { max: 100, required: false });
  if (key !== null && !/^[0-9a-zA-Z\-_]+$/.test(key))
    note(findings, "resumeRequestKey", "Must match [0-9a-zA-Z-_]{1,100}");
  const sources = new Set<unknown>();
  operations.forEach((operation, n) => {
    const path = `operations[${n}].`;
    if (!isFields(operation)) {
      noteWrongType(findings, `operations[${n}]`);
      return;
    }
    const type = wordAt(findings, operation, path, "type", ["link", "unlink", "unlinkAll"], true);
    if (type === "unlinkAll" && operations.length > 1)
      note(findings, `${path}type`, "unlinkAll must be the only operation");
    if (type === "link" || type === "unlink")
      textAt(findings, operation, path, "from", { max: 100, required: true });
    if (type === "link") textAt(findings, operation, path, "to", { max: 100, required: true });
    if (operation.from !== undefined && sources.has(operation.from))
      note(findings, `${path}from`, "Must not be repeated");
    sources.add(operation.from);
  });
  refuseFindings(findings);
  return operations as Operation[];
}

function batch(call: Call): Answer {
  const { world, fault, requestId } = call;
  finishBatches(world);
  const operations = checkedBatch(call);
  for (const { from, to } of operations) {
    if (from !== undefined) findMenu(world, from, 400);
    if (to !== undefined) findPublishedMenu(world, to, 400);
  }
  world.journal.commit("batch", {
    requestId,
    operations: operations.map(({ type, from, to }) => ({
      from: type === "unlinkAll" ? null : (from ?? null),
      to: to ?? null,
    })),
    end: fault?.kind === "batch-failed" ? "failed" : "succeeded",
    acceptedAt: world.clock.wall(),
    doneAt: world.clock.now() + (fault?.kind === "batch-ongoing" ? fault.ms : 0),
  });
  finishBatches(world);
  return ACCEPTED;
}

/** Does what is due of the batches that were accepted; each once. */
function finishBatches(world: World): void {
  for (const { requestId, operations, end, completedAt, doneAt } of [...world.richMenus.batches.values()]) {
    if (completedAt !== null || doneAt > world.clock.now()) continue;
    const done = end === "failed" ? operations.slice(0, Math.floor(operations.length / 2)) : operations;
    // All sources are looked up before anything moves: a → b and b → c do not chain.
    const moves = done.map(({ from, to }) => ({ of: withMenu(world, from), to }));
    for (const { of, to } of moves)
      if (of.length > 0) world.journal.commit("link", { to: of, richMenuId: to });
    world.journal.commit("batchDone", { requestId, at: world.clock.wall() });
  }
}

function progress({ world, query }: Call): Answer {
  const requestId = query.get("requestId") ?? "";
  if (!isUuid(requestId)) throw new Refusal(400, `Invalid request id: ${query.get("requestId")}`);
  finishBatches(world);
  const batch = world.richMenus.batches.get(requestId);
  if (!batch) throw new Refusal(404, "Not found");
  const { end, acceptedAt, completedAt } = batch;
  return ok({
    phase: completedAt === null ? "ongoing" : end,
    acceptedTime: new Date(acceptedAt).toISOString(),
    ...(completedAt === null ? {} : { completedTime: new Date(completedAt).toISOString() }),
  });
}

const withMenu = (world: World, richMenuId: string | null): number[] =>
  [...world.richMenus.links]
    .filter(([, linkedId]) => richMenuId === null || linkedId === richMenuId)
    .map(([i]) => i);

const endpoint = (
  method: Endpoint["method"],
  path: string,
  name: string,
  run: Endpoint["run"],
  rate?: Endpoint["rate"],
): Endpoint => ({
  method,
  path: `/v2/bot/${path}`,
  name,
  fault: name === "richmenu.batch" ? "richmenu-batch" : "richmenu",
  run,
  ...(rate ? { rate } : {}),
});

export const richMenuLinkEndpoints: Endpoint[] = [
  endpoint("POST", "richmenu/bulk/link", "richmenu.bulkLink", bulkLink),
  endpoint("POST", "richmenu/bulk/unlink", "richmenu.bulkUnlink", bulkUnlink),
  endpoint("POST", "richmenu/batch", "richmenu.batch", batch, RATES.richMenuBatch),
  endpoint("GET", "richmenu/progress/batch", "richmenu.batchProgress", progress, RATES.hourly100),
  endpoint("POST", "richmenu/validate/batch", "richmenu.validateBatch", (call) => {
    checkedBatch(call);
    return ok();
  }),
  endpoint("POST", "user/all/richmenu/:richMenuId", "richmenu.setDefault", setDefault),
  endpoint("GET", "user/all/richmenu", "richmenu.getDefault", getDefault),
  endpoint("DELETE", "user/all/richmenu", "richmenu.cancelDefault", cancelDefault),
  endpoint("POST", "user/:userId/richmenu/:richMenuId", "richmenu.link", link),
  endpoint("GET", "user/:userId/richmenu", "richmenu.linked", linked),
  endpoint("DELETE", "user/:userId/richmenu", "richmenu.unlink", unlink),
];

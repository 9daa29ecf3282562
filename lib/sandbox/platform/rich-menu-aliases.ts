import { newFindings, textAt } from "../limits/findings";
import { type Answer, ok, Refusal, refuseFindings } from "./answer";
import { RATES } from "./buckets";
import { type Call, type Endpoint, jsonBody } from "./call";
import { findPublishedMenu } from "./rich-menus";

const ALIASES_MAX = 1000;
const ALIAS = /^[a-z0-9_-]{1,32}$/;

function textsOf(call: Call, keys: readonly string[]): Record<string, string> {
  const body = jsonBody(call);
  const findings = newFindings();
  const texts = keys.map(
    (key) => [key, textAt(findings, body, "", key, { max: 100, required: true }) ?? ""] as const,
  );
  refuseFindings(findings);
  return Object.fromEntries(texts);
}

function create(call: Call): Answer {
  const { world } = call;
  const { richMenuAliasId: id = "", richMenuId = "" } = textsOf(call, ["richMenuAliasId", "richMenuId"]);
  if (!ALIAS.test(id)) {
    const details = [{ message: "Must match [a-z0-9_-]{1,32}", property: "richMenuAliasId" }];
    throw new Refusal(400, "The request body has 1 error(s)", { details });
  }
  if (world.richMenus.aliases.has(id)) throw new Refusal(400, "conflict richmenu alias id");
  if (world.richMenus.aliases.size >= ALIASES_MAX) throw new Refusal(400, "Too many rich menu aliases");
  findPublishedMenu(world, richMenuId, 400);
  world.journal.commit("alias", { id, richMenuId });
  return ok();
}

function existing({ world, params }: Call): { richMenuAliasId: string; richMenuId: string } {
  const id = params.richMenuAliasId ?? "";
  const richMenuId = world.richMenus.aliases.get(id);
  if (richMenuId === undefined) throw new Refusal(404, "richmenu alias not found");
  return { richMenuAliasId: id, richMenuId };
}

function update(call: Call): Answer {
  const { richMenuAliasId: id } = existing(call);
  const { richMenuId = "" } = textsOf(call, ["richMenuId"]);
  findPublishedMenu(call.world, richMenuId, 400);
  call.world.journal.commit("alias", { id, richMenuId });
  return ok();
}

function remove(call: Call): Answer {
  const { richMenuAliasId: id } = existing(call);
  call.world.journal.commit("alias", { id, richMenuId: null });
  return ok();
}

function list({ world }: Call): Answer {
  const aliases = [...world.richMenus.aliases].map(([richMenuAliasId, richMenuId]) => ({
    richMenuAliasId,
    richMenuId,
  }));
  return ok({ aliases });
}

const at = "/v2/bot/richmenu/alias";

export const richMenuAliasEndpoints: Endpoint[] = [
  { method: "POST", path: at, name: "alias.create", fault: "richmenu", run: create },
  { method: "GET", path: `${at}/list`, name: "alias.list", fault: "richmenu", run: list },
  {
    method: "GET",
    path: `${at}/:richMenuAliasId`,
    name: "alias.get",
    fault: "richmenu",
    run: (call) => ok(existing(call)),
  },
  { method: "POST", path: `${at}/:richMenuAliasId`, name: "alias.update", fault: "richmenu", run: update },
  {
    method: "DELETE",
    path: `${at}/:richMenuAliasId`,
    name: "alias.delete",
    fault: "richmenu",
    rate: RATES.hourly100,
    run: remove,
  },
];

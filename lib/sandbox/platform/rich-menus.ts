import { randomBytes } from "node:crypto";
import { newFindings } from "../limits/findings";
import { readPicture } from "../limits/picture";
import { checkRichMenu, isRichMenuSize } from "../limits/rich-menu";
import type { StoredRichMenu } from "../records";
import type { World } from "../world";
import { type Answer, ok, Refusal, refuseFindings } from "./answer";
import { RATES } from "./buckets";
import { type Call, type Endpoint, jsonBody } from "./call";

const MENUS_MAX = 1000;
const IMAGE_MAX_BYTES = 1024 * 1024;

export function findMenu(world: World, richMenuId: string, status: 400 | 404 = 404): StoredRichMenu {
  const menu = world.richMenus.menus.get(richMenuId);
  if (!menu) throw new Refusal(status, "richmenu not found");
  return menu;
}

/** A menu that may be shown: it has its picture. */
export function findPublishedMenu(
  world: World,
  richMenuId: string,
  missing: 400 | 404 = 404,
): StoredRichMenu {
  const menu = findMenu(world, richMenuId, missing);
  if (world.richMenus.imageOf(richMenuId) === undefined) {
    throw new Refusal(400, "must upload richmenu image before applying it to user");
  }
  return menu;
}

function checkedMenu(call: Call): Omit<StoredRichMenu, "richMenuId"> {
  const body = jsonBody(call);
  const findings = newFindings();
  checkRichMenu(findings, body);
  refuseFindings(findings);
  const { size, selected, name, chatBarText, areas } = body as Omit<StoredRichMenu, "richMenuId">;
  return { size, selected, name, chatBarText, areas };
}

function create(call: Call): Answer {
  const { world } = call;
  const menu = checkedMenu(call);
  if (world.richMenus.menus.size >= MENUS_MAX) throw new Refusal(400, "Too many rich menus");
  const richMenuId = `richmenu-${randomBytes(16).toString("hex")}`;
  world.journal.commit("richMenu", { richMenuId, ...menu });
  return ok({ richMenuId });
}

async function upload(call: Call): Promise<Answer> {
  const { world, params, body } = call;
  const richMenuId = params.richMenuId ?? "";
  findMenu(world, richMenuId);
  const type = (call.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "image/png" && type !== "image/jpeg") {
    throw new Refusal(415, `The content type, ${type || "null"}, is not supported`);
  }
  if (world.richMenus.imageOf(richMenuId) !== undefined) {
    throw new Refusal(400, "An image has already been uploaded to the richmenu");
  }
  if (body.length > IMAGE_MAX_BYTES) throw new Refusal(413, "Request body is too large");
  const picture = readPicture(body);
  if (!picture || picture.type !== type) throw new Refusal(400, "The image is not supported");
  if (!isRichMenuSize(picture.width, picture.height)) {
    throw new Refusal(400, "The image size is not allowed for richmenu");
  }
  await world.content.save(richMenuId, body);
  world.journal.commit("richMenuImage", { richMenuId, contentType: type });
  return ok();
}

function download({ world, params }: Call): Answer {
  const richMenuId = params.richMenuId ?? "";
  findMenu(world, richMenuId);
  const type = world.richMenus.imageOf(richMenuId);
  const bytes = type === undefined ? null : world.content.read(richMenuId);
  if (!bytes || type === undefined) throw new Refusal(404, "not found");
  return { status: 200, bytes, headers: { "content-type": type } };
}

function remove({ world, params }: Call): Answer {
  const { richMenuId } = findMenu(world, params.richMenuId ?? "");
  world.journal.commit("richMenuDeleted", { richMenuId });
  return ok();
}

const menuAt = "/v2/bot/richmenu/:richMenuId";

export const richMenuEndpoints: Endpoint[] = [
  {
    method: "POST",
    path: "/v2/bot/richmenu",
    name: "richmenu.create",
    fault: "richmenu",
    rate: RATES.hourly100,
    run: create,
  },
  {
    method: "POST",
    path: "/v2/bot/richmenu/validate",
    name: "richmenu.validate",
    fault: "richmenu",
    run: (call) => {
      checkedMenu(call);
      return ok();
    },
  },
  {
    method: "GET",
    path: "/v2/bot/richmenu/list",
    name: "richmenu.list",
    fault: "richmenu",
    rate: RATES.richMenuList,
    run: ({ world }) => ok({ richmenus: [...world.richMenus.menus.values()] }),
  },
  { method: "POST", path: `${menuAt}/content`, name: "richmenu.upload", fault: "richmenu", run: upload },
  { method: "GET", path: `${menuAt}/content`, name: "richmenu.download", fault: "richmenu", run: download },
  {
    method: "GET",
    path: menuAt,
    name: "richmenu.get",
    fault: "richmenu",
    run: ({ world, params }) => ok(findMenu(world, params.richMenuId ?? "")),
  },
  {
    method: "DELETE",
    path: menuAt,
    name: "richmenu.delete",
    fault: "richmenu",
    rate: RATES.hourly100,
    run: remove,
  },
];

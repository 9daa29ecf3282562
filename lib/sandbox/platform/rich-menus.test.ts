import { afterEach, beforeEach, expect, test } from "vitest";
import type { ActAnswer, Resident, TalkAnswer } from "../protocol";
import { first, openSandbox, type TestSandbox } from "../testing/sandbox";

let now = Date.UTC(2026, 10, 22, 3);
let box: TestSandbox;
let resident: Resident;

beforeEach(async () => {
  box = await openSandbox({ now: () => now });
  resident = first(await box.residents(1));
});
afterEach(() => box.close());

const MENU = {
  size: { width: 2500, height: 843 },
  selected: true,
  name: "main",
  chatBarText: "メニュー",
  areas: [
    {
      bounds: { x: 0, y: 0, width: 2500, height: 843 },
      action: { type: "postback", label: "通報", data: "a" },
    },
  ],
};
function png(width: number, height: number, bytes = 100): Uint8Array {
  const picture = Buffer.alloc(bytes);
  picture.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  return new Uint8Array(picture);
}
const at = "/v2/bot/richmenu";
const post = (path: string, body?: unknown) => box.line("POST", path, body);
const create = async (): Promise<string> => String((await post(at, MENU)).json.richMenuId);
const upload = (id: string, bytes: Uint8Array = png(2500, 843), type = "image/png") =>
  box.line("POST", `${at}/${id}/content`, bytes, type ? { "content-type": type } : {});
async function publish(): Promise<string> {
  const id = await create();
  await upload(id);
  return id;
}
const shown = async () => (await box.control<TalkAnswer>("GET", `/residents/${resident.id}/talk`)).richMenu;

test("create, upload, read, delete", async () => {
  const id = await create();
  expect(id).toMatch(/^richmenu-[0-9a-f]{32}$/);
  expect((await box.line("GET", `${at}/${id}/content`)).status).toBe(404);
  expect((await upload(id)).status).toBe(200);
  expect((await box.line("GET", `${at}/${id}`)).json).toEqual({ richMenuId: id, ...MENU });
  expect((await box.line("GET", `${at}/list`)).json).toEqual({ richmenus: [{ richMenuId: id, ...MENU }] });
  expect((await box.line("GET", `${at}/${id}/content`)).headers.get("content-type")).toBe("image/png");
  expect((await box.line("DELETE", `${at}/${id}`)).status).toBe(200);
  expect(await box.line("GET", `${at}/${id}`)).toMatchObject({
    status: 404,
    json: { message: "richmenu not found" },
  });
});

test("a menu outside the limits is refused, by create and validate alike", async () => {
  for (const path of [at, `${at}/validate`]) {
    expect((await post(path, { ...MENU, chatBarText: "x".repeat(15) })).json).toMatchObject({
      details: [{ property: "chatBarText" }],
    });
  }
  expect((await post(`${at}/validate`, MENU)).status).toBe(200);
  expect((await box.line("GET", `${at}/list`)).json).toEqual({ richmenus: [] });
});

test.each([
  [png(2501, 843), "image/png", 400, "The image size is not allowed for richmenu"],
  [png(2500, 1800), "image/png", 400, "The image size is not allowed for richmenu"],
  [png(800, 249), "image/png", 400, "The image size is not allowed for richmenu"],
  [png(2500, 843), "image/jpeg", 400, "The image is not supported"],
  [png(2500, 843), "image/gif", 415, "The content type, image/gif, is not supported"],
  [png(2500, 843), "", 415, "The content type, null, is not supported"],
  [png(2500, 843, 1024 * 1024 + 1), "image/png", 413, "Request body is too large"],
  [png(2500, 843, 1024 * 1024), "image/png", 200, undefined],
])("picture %#", async (bytes, type, status, message) => {
  const answer = await upload(await create(), bytes, type);
  expect([answer.status, answer.json.message]).toEqual([status, message]);
});

test("a picture cannot be replaced", async () => {
  const id = await publish();
  expect((await upload(id)).json.message).toBe("An image has already been uploaded to the richmenu");
  expect((await upload("richmenu-0")).status).toBe(404);
});

test("the resident's own menu goes before everybody's; without a picture none can be shown", async () => {
  const user = `/v2/bot/user/${resident.id}/richmenu`;
  const bare = await create();
  const message = "must upload richmenu image before applying it to user";
  for (const path of [`/v2/bot/user/all/richmenu/${bare}`, `${user}/${bare}`])
    expect((await post(path)).json.message).toBe(message);
  const [all, own] = [await publish(), await publish()];
  expect((await box.line("GET", "/v2/bot/user/all/richmenu")).json.message).toBe("no default richmenu");
  expect((await box.line("GET", user)).json.message).toBe("the user has no richmenu");
  await post(`/v2/bot/user/all/richmenu/${all}`);
  expect((await box.line("GET", "/v2/bot/user/all/richmenu")).json).toEqual({ richMenuId: all });
  expect(await shown()).toMatchObject({ richMenuId: all, source: "default", areas: MENU.areas });
  await post(`${user}/${own}`);
  expect((await box.line("GET", user)).json).toEqual({ richMenuId: own });
  expect(await shown()).toMatchObject({ richMenuId: own, source: "user" });
  expect((await fetch(`${box.url}${(await shown())?.imageUrl}`)).headers.get("content-type")).toBe(
    "image/png",
  );
  await box.line("DELETE", user);
  expect(await shown()).toMatchObject({ richMenuId: all });
  await box.line("DELETE", "/v2/bot/user/all/richmenu");
  expect(await shown()).toBeNull();
});

test("aliases: made, read, moved, deleted, used by a switch", async () => {
  const [one, two] = [await publish(), await publish()];
  const make = (richMenuAliasId: unknown, richMenuId: unknown) =>
    post(`${at}/alias`, { richMenuAliasId, richMenuId });
  expect((await make("page-1", one)).status).toBe(200);
  expect((await make("page-1", two)).json.message).toBe("conflict richmenu alias id");
  expect((await make("Page 1", one)).status).toBe(400);
  expect((await make("x".repeat(33), one)).status).toBe(400);
  expect((await make("page-2", await create())).status).toBe(400);
  expect((await make("page-2", "richmenu-0")).json.message).toBe("richmenu not found");
  expect((await post(`${at}/alias/page-1`, { richMenuId: two })).status).toBe(200);
  expect((await box.line("GET", `${at}/alias/page-1`)).json).toEqual({
    richMenuAliasId: "page-1",
    richMenuId: two,
  });
  expect((await box.line("GET", `${at}/alias/list`)).json).toEqual({
    aliases: [{ richMenuAliasId: "page-1", richMenuId: two }],
  });
  const tap = (richMenuAliasId: string): Promise<ActAnswer> =>
    box.control("POST", `/residents/${resident.id}/switch`, { richMenuAliasId, data: "d" });
  await tap("page-1");
  expect(await shown()).toMatchObject({ richMenuId: two, source: "user" });
  await tap("nowhere");
  const { items } = await box.control<TalkAnswer>("GET", `/residents/${resident.id}/talk`);
  expect(items.map(({ postback }) => postback?.params?.status)).toEqual([
    "SUCCESS",
    "RICHMENU_ALIAS_ID_NOTFOUND",
  ]);
  expect((await box.line("DELETE", `${at}/alias/page-1`)).status).toBe(200);
  expect((await box.line("GET", `${at}/alias/page-1`)).json.message).toBe("richmenu alias not found");
});

test("bulk link and unlink: 500 at most, all or nothing for malformed ids, blockers skipped", async () => {
  const menu = await publish();
  const [, other] = (await box.residents(2)) as [Resident, Resident];
  await box.control("POST", `/residents/${other.id}/block`);
  const bulk = (userIds: unknown[], richMenuId: string | undefined = menu) =>
    post(`${at}/bulk/link`, { userIds, richMenuId });
  expect((await bulk([resident.id, "U1"])).json.message).toBe(
    "The property, 'userIds[1]', in the request body is invalid (line: -, column: -)",
  );
  expect(await shown()).toBeNull();
  expect((await bulk([])).status).toBe(400);
  expect((await bulk(Array(501).fill(resident.id))).status).toBe(400);
  expect((await bulk([resident.id], "richmenu-0")).status).toBe(400);
  expect((await bulk([resident.id, other.id])).status).toBe(202);
  expect(await shown()).toMatchObject({ richMenuId: menu });
  expect((await box.line("GET", `/v2/bot/user/${other.id}/richmenu`)).status).toBe(404);
  expect((await post(`${at}/bulk/unlink`, { userIds: [resident.id] })).status).toBe(202);
  expect(await shown()).toBeNull();
});

test("batch moves everybody from one menu to another, three times an hour", async () => {
  const [one, two] = [await publish(), await publish()];
  await post(`/v2/bot/user/${resident.id}/richmenu/${one}`);
  const batch = (...operations: object[]) => post(`${at}/batch`, { operations });
  expect(
    (await batch({ type: "link", from: one, to: two }, { type: "link", from: one, to: two })).status,
  ).toBe(400);
  expect((await batch({ type: "unlinkAll" }, { type: "unlink", from: one })).status).toBe(400);
  expect((await batch({ type: "link", from: one, to: two })).status).toBe(202);
  expect(await shown()).toMatchObject({ richMenuId: two });
  expect((await batch({ type: "unlinkAll" })).status).toBe(429);
  now += 3_600_000;
  expect((await batch({ type: "unlinkAll" })).status).toBe(202);
  expect(await shown()).toBeNull();
});

test("a batch tells how far it is, by the request id of its answer", async () => {
  const [one, two] = [await publish(), await publish()];
  const user = `/v2/bot/user/${resident.id}/richmenu`;
  await post(`${user}/${two}`);
  const operations = [one, two].map((from) => ({ type: "unlink", from }));
  const fault = (kind: string) =>
    box.control("POST", "/faults", { endpoint: "richmenu-batch", kind, times: 1 });
  const ask = async () => {
    const { status, headers } = await post(`${at}/batch`, { operations, resumeRequestKey: "k" });
    expect(status).toBe(202);
    return headers.get("x-line-request-id");
  };
  const progress = async (id: string | null) =>
    (await box.line("GET", `${at}/progress/batch?requestId=${id}`)).json;
  const times = { acceptedTime: expect.any(String), completedTime: expect.any(String) };

  await fault("batch-failed");
  expect(await progress(await ask())).toEqual({ phase: "failed", ...times });
  expect(await shown()).toMatchObject({ richMenuId: two });

  await fault("batch-ongoing");
  const held = await ask();
  expect(await progress(held)).toEqual({ phase: "ongoing", acceptedTime: expect.any(String) });
  expect(await shown()).toMatchObject({ richMenuId: two });
  now += 60_000;
  expect(await progress(held)).toEqual({ phase: "succeeded", ...times });
  expect(await shown()).toBeNull();

  expect(await progress(await ask())).toMatchObject({ phase: "succeeded" });
  expect((await box.line("GET", `${at}/progress/batch?requestId=x`)).status).toBe(400);
  const other = `${at}/progress/batch?requestId=0a1b2c3d-0000-4000-8000-000000000000`;
  expect((await box.line("GET", other)).status).toBe(404);
});

test("only a batch can be ongoing or fail by a fault; what strikes rich menus strikes it, too", async () => {
  await expect(
    box.control("POST", "/faults", { endpoint: "richmenu", kind: "batch-failed" }),
  ).rejects.toThrow("400");
  await box.control("POST", "/faults", { endpoint: "richmenu", kind: "500-before" });
  expect((await post(`${at}/batch`, { operations: [{ type: "unlinkAll" }] })).status).toBe(500);
});

test("a batch that is under way is so after a restart, and is done then", async () => {
  const menu = await publish();
  await post(`/v2/bot/user/${resident.id}/richmenu/${menu}`);
  await box.control("POST", "/faults", { endpoint: "richmenu-batch", kind: "batch-ongoing" });
  const { headers } = await post(`${at}/batch`, { operations: [{ type: "unlink", from: menu }] });
  const id = headers.get("x-line-request-id");
  await box.sandbox.close();
  const again = await openSandbox({ now: () => now, folder: box.folder });
  const phase = async () => (await again.line("GET", `${at}/progress/batch?requestId=${id}`)).json.phase;
  expect(await phase()).toBe("ongoing");
  now += 60_000;
  expect(await phase()).toBe("succeeded");
  expect((await again.line("GET", `/v2/bot/user/${resident.id}/richmenu`)).status).toBe(404);
  await again.close();
});

test("100 menus an hour", async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 101; n += 1) statuses.push((await post(at, MENU)).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(100);
  expect(statuses.at(-1)).toBe(429);
});

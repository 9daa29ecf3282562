import path from "node:path";
import { type Browser, expect, test } from "@playwright/test";
import { isoDate } from "../../lib/core/time";
import { Broadcasts } from "../pages/broadcasts";
import { Console } from "../pages/console";
import { Ledger } from "../pages/ledger";
import { Phone } from "../pages/phone";
import { Residents } from "../pages/residents";
import { personAt, platform } from "../support/people";
import { ROOT } from "../support/run";
import { type Stack, stackOf } from "../support/stacks";

/**
 * A broadcast's whole way, from residents who say what they want to hear until everybody meant has it once and nobody
 * else. The platform's own ledger is the judge. One test after the other: the first make what the later ones use, and
 * while one broadcast waits for its minute the others go out.
 */
test.describe.configure({ mode: "serial" });

const PHONE = { width: 390, height: 844 };
const PICTURE = path.join(ROOT, "public/samples/road-hole-near.jpg");
const ACCOUNT = "熊本市（デモ）";
const tag = Date.now().toString(36).slice(-5);
const SEGMENT = `北区の健康と中国語 ${tag}`;
const TITLE = `健診のお知らせ ${tag}`;
const JA = `北区の健診は12月に変わります ${tag}`;
const EN = `Check-ups in Kita move to December ${tag}`;

type Person = Awaited<ReturnType<typeof personAt>>;
type Desk = Person & { desk: Broadcasts };
let stack: Stack;
let ledger: Ledger;
let author: Desk;
let approver: Desk;
let phones: Person;
let residents: Residents;
const meant = { ja: "", en: "", zh: [] as string[] };
const others = { elsewhere: "", blocked: "", stopped: "", staff: "" };
let health = "";
let healthPeople = "";
let reached: string[] = [];

const HEALTH = { area: "北区", interest: /^健康/ };
const tomorrow = () => isoDate(new Date(Date.now() + 86_400_000));
const sorted = (ids: string[]) => [...ids].sort();
const everyoneMeant = () => [meant.ja, meant.en, ...meant.zh];

async function deskOf(browser: Browser, email: string): Promise<Desk> {
  const person = await personAt(browser, stack);
  await Console.enter(person.page, stack.appUrl, email);
  return { ...person, desk: new Broadcasts(person.page) };
}

test.beforeAll(async ({ browser }) => {
  stack = stackOf("kumamoto");
  ledger = await Ledger.from(stack);
  author = await deskOf(browser, "author@demo.example");
  approver = await deskOf(browser, "approver@demo.example");
  phones = await personAt(browser, stack, PHONE);
  residents = new Residents(stack, phones.page);
});

test.afterAll(async () => {
  await author.desk.unbindLine();
  await platform(stack, "/faults", undefined, "DELETE");
  for (const person of [author, approver, phones]) await person?.context.close();
});

test("住民がトークと設定ページで選び、職員が対象を保存する", async () => {
  // In the talk, by taps.
  const phone = await Phone.open(phones.page);
  meant.ja = await phone.addResident("健診を待つ人");
  await phone.expectText("年代を教えてください");
  await phone.tap("60代");
  await phone.expectText("性別を教えてください");
  await phone.tap("とばす");
  await phone.expectText("お住まいの地域を教えてください");
  await phone.tap("北区");
  await phone.expectText("受け取りたい情報を選んでください");
  await phone.tap("健康");
  await expect(phone.log.getByRole("button", { name: "✓ 健康", exact: true })).toBeVisible();
  await phone.tap("決定");
  await phone.expectText("お知らせの言葉を選んでください");
  await phone.tap("とばす");
  await phone.expectText("設定しました");

  // On the page: one in English, and some who are not meant.
  const named = ["Emma", "東区の人", "ブロックした人", "止めた人", "広報課の電話"];
  const [emma = "", elsewhere = "", blocked = "", stopped = "", staff = ""] = (
    await Promise.all(named.map((name) => residents.add({ name, language: "ja" })))
  ).flat();
  meant.en = emma;
  Object.assign(others, { elsewhere, blocked, stopped, staff });
  meant.zh = await residents.add({ name: "中文", language: "zh-Hant", count: 4 });
  const page = await residents.choose(emma, HEALTH);
  await page.getByRole("radio", { name: "English" }).check({ force: true });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Notice settings");
  await residents.choose(elsewhere, { ...HEALTH, area: "東区" });
  await residents.choose(blocked, HEALTH);
  await platform(stack, `/residents/${blocked}/block`, {});
  await residents.choose(stopped, HEALTH);
  await page.getByRole("button", { name: "すべての配信を止める" }).click();
  await expect(page.getByText("いまは、すべての配信を止めています")).toBeVisible();

  const { page: desk, desk: segments } = author;
  await desk.goto("/segments");
  await desk.getByRole("button", { name: "新しい対象を作る" }).click();
  await desk.getByRole("textbox", { name: "名前" }).fill(SEGMENT);
  await segments.addCondition("友だちになった日");
  const since = segments.condition("1").getByRole("textbox", { name: "この日から" });
  await since.fill(isoDate(new Date()));
  await since.press("Enter");
  await segments.addGroup();
  await segments.addCondition("受け取る言葉", "2");
  await segments.condition("2-1").getByRole("checkbox", { name: "中国語" }).check({ force: true });
  await segments.addGroup("2");
  await segments.condition("2-2").getByRole("radio", { name: "すべて" }).click();
  await segments.addCondition("地域", "2-2");
  await segments
    .condition("2-2-1")
    .getByRole("checkbox", { name: "北区", exact: true })
    .check({ force: true });
  await segments.addCondition("関心のあること", "2-2");
  await segments
    .condition("2-2-2")
    .getByRole("checkbox", { name: "健康", exact: true })
    .check({ force: true });
  healthPeople = await segments.counted();
  expect(healthPeople).toMatch(/^\d+人$/);
  await desk.getByRole("button", { name: "保存する" }).click();
  await expect(desk.getByText(`「${SEGMENT}」を保存しました。`)).toBeVisible();
});

test("広報課が作り、承認者が理由を添えて一度差し戻す", async () => {
  const { page, desk } = author;
  health = await desk.begin("通常", TITLE);
  await desk.addCondition("保存した対象");
  await desk.chooseSegment("1", SEGMENT);
  expect(await desk.counted()).toBe(healthPeople);
  await desk.text(1).fill(JA);
  await desk.addBlock("カード");
  await desk.choosePicture(2, PICTURE);
  await desk.block(2).getByRole("textbox", { name: "見出し" }).fill("健診の会場");
  await desk.text(2).fill("北区役所の2階です");
  await desk.block(2).getByRole("button", { name: "ボタンを足す" }).click();
  await desk.block(2).getByRole("textbox", { name: "ボタンの文字" }).fill("くわしく見る");
  await desk
    .block(2)
    .getByRole("textbox", { name: "開くアドレス" })
    .fill("https://www.city.example.jp/kenshin");
  await desk.addBlock("ボタン");
  await desk.block(3).getByRole("textbox", { name: "代わりの文" }).fill("予約の方法");
  await desk.text(3).fill("予約はこちらから");
  await desk.block(3).getByRole("textbox", { name: "ボタンの文字" }).fill("予約する");
  await desk
    .block(3)
    .getByRole("textbox", { name: "開くアドレス" })
    .fill("https://www.city.example.jp/yoyaku");
  await desk.language("English");
  await page.getByRole("button", { name: "日本語から写す" }).click();
  await desk.text(1).fill(EN);
  await desk.chooseTime(60 * 60_000);

  // Not yet: the card has no words for those who cannot see it. Both languages are told.
  await desk.submit();
  await expect(page.getByText("直すところが2件あります")).toBeVisible();
  for (const language of ["English", "日本語"]) {
    await desk.language(language);
    await desk.block(2).getByRole("textbox", { name: "代わりの文" }).fill("健診の会場は北区役所の2階です");
  }
  await desk.expectSaved();
  await page.reload();
  expect(await desk.counted()).toBe(healthPeople);
  await expect(desk.text(1)).toHaveValue(JA);
  await expect(page.getByRole("figure").getByText(JA)).toBeVisible();
  await desk.submitted();

  await approver.page.goto("/broadcasts?shelf=waiting");
  await approver.page.getByRole("link", { name: TITLE }).click();
  await expect(approver.page.getByText("はじめての申請です")).toBeVisible();
  await expect(approver.page.getByText(healthPeople).first()).toBeVisible();
  await approver.desk.sendBack("会場の階を確かめてください。");
  await approver.desk.expectState("差し戻し");
});

test("直した内容は違いだけが示され、別の人が承認して時刻を予定する", async () => {
  const { page, desk } = author;
  await page.reload();
  await expect(page.getByText("会場の階を確かめてください。").first()).toBeVisible();
  expect(await desk.counted()).toBe(healthPeople);
  await desk.text(2).fill("北区役所の3階です");
  await desk.chooseTime(25_000);
  await desk.submitted();
  await expect(page.getByRole("button", { name: /承認する$/ })).toHaveCount(0);
  await expect(page.getByText("作成・編集・申請に関わった人は承認できません").first()).toBeVisible();

  await approver.desk.open(health);
  const changes = approver.desk.panel("第1版からの変更");
  await expect(changes.locator("del")).toHaveText("2");
  await expect(changes.locator("ins")).toHaveText("3");
  await expect(changes.getByText("配信日時が変わりました")).toBeVisible();
  await approver.desk.approve(healthPeople);
  await approver.desk.confirm(`${healthPeople}への配信を予定する`);
  await approver.desk.expectState("配信予定");
});

test("その間に: 登録した職員だけへのテスト送信と訓練", async () => {
  const { page, desk } = author;
  await author.desk.unbindLine();
  await page.getByRole("button", { name: "自分のLINEを登録" }).click();
  const words = (await page.getByText(/^職員登録 [0-9A-Z-]+$/).textContent()) ?? "";
  const phone = await Phone.open(phones.page, { a: others.staff });
  await phone.say(words);
  await phone.expectText("職員のLINEとして登録しました");

  await desk.open(health);
  await page.getByRole("button", { name: "テスト送信" }).click();
  const dialog = page.getByRole("dialog", { name: "登録した職員にテスト送信" });
  await expect(dialog.getByRole("checkbox", { name: "広報課 作成担当" })).toBeChecked();
  await dialog.getByRole("button", { name: "テスト送信" }).click();
  await expect(page.getByText("1人の職員に送りました")).toBeVisible();
  await phone.expectText("【テスト送信】");
  expect(await ledger.reachedBy(JA)).toEqual([others.staff]);

  const alarm = `川の水位が上がっています ${tag}`;
  const drill = await desk.begin("訓練", `避難の訓練 ${tag}`);
  await expect(page.getByText("訓練モード")).toBeVisible();
  await expect(page.locator('[data-kind="drill"]')).toBeVisible();
  await desk.text(1).fill(alarm);
  const few = await desk.counted();
  expect(few).toBe("5人未満");
  await desk.submitted();
  await approver.desk.open(drill);
  await approver.desk.approve(few);
  await approver.desk.confirm(`${few}に配信する`);
  await approver.desk.releaseNow();
  await approver.desk.expectState("送信済み");
  await phone.expectText(`【訓練】${alarm}`);
  expect(await ledger.reachedBy(alarm)).toEqual([others.staff]);
});

test("緊急は一人で全員に送れ、あとで別の人が承認する", async ({ browser }) => {
  const admin = await deskOf(browser, "admin@demo.example");
  const { page, desk } = admin;
  const words = `大雨で避難所を開きました ${tag}`;
  const address = await desk.begin("緊急", `避難所の開設 ${tag}`);
  await desk.text(1).fill(words);
  const all = await desk.counted();
  await desk.confirm(`一人で${all}に緊急送信する`, ACCOUNT);
  await expect(page.getByRole("timer")).toHaveText(/あと\d+秒/);
  await desk.expectState("送信済み", 30_000);
  const { 対象者: audience, LINEが受け付けた: accepted } = await desk.figures();
  const reachedAll = await ledger.reachedBy(words);
  expect([audience, accepted]).toEqual([reachedAll.length, reachedAll.length]);
  expect(`${reachedAll.length.toLocaleString("ja-JP")}人`).toBe(all);
  expect(new Set(reachedAll).size).toBe(reachedAll.length);
  expect(reachedAll).toEqual(expect.arrayContaining([...everyoneMeant(), others.elsewhere]));
  for (const id of [others.blocked, others.stopped]) expect(reachedAll).not.toContain(id);

  await expect(page.getByRole("button", { name: "承認する", exact: true })).toHaveCount(0);
  await approver.page.goto("/broadcasts?kind=emergency");
  await expect(approver.page.getByText("事後承認待ち").first()).toBeVisible();
  await approver.desk.open(address);
  await approver.page.getByRole("button", { name: "承認する", exact: true }).click();
  await expect(approver.page.getByText("事後に承認しました")).toBeVisible();
  await admin.context.close();
});

test("送信前に取り消せ、途中で止めると数字は台帳と同じになる", async () => {
  const words = `道路の通行止め ${tag}`;
  const address = await author.desk.begin("通常", `通行止め ${tag}`);
  await author.desk.addCondition("保存した対象");
  await author.desk.chooseSegment("1", SEGMENT);
  await author.desk.text(1).fill(words);
  const count = await author.desk.counted();
  await author.desk.submitted();
  const { page, desk } = approver;
  await desk.open(address);
  await desk.approve(count);
  await desk.confirm(`${count}に配信する`);
  await page.getByRole("button", { name: "取り消す", exact: true }).click();
  await desk.expectState("承認済み");
  expect(await ledger.reachedBy(words)).toEqual([]);

  // The first call is taken, then the platform says it is too much: what is left waits.
  await platform(stack, "/faults", [
    { endpoint: "multicast", kind: "slow", ms: 1, times: 1 },
    { endpoint: "multicast", kind: "429-rate" },
  ]);
  await desk.confirm(`${count}に配信する`);
  await desk.releaseNow();
  await expect.poll(async () => (await desk.figures()).LINEが受け付けた).toBeGreaterThan(0);
  await page.getByRole("button", { name: "停止する" }).click();
  const dialog = page.getByRole("alertdialog", { name: "送信を停止しますか" });
  await expect(dialog).toContainText(/まだ送っていない\d+人には届かなくなります/);
  await dialog.getByRole("button", { name: "停止する" }).click();
  await desk.expectState("停止");
  await platform(stack, "/faults", undefined, "DELETE");
  await expect.poll(async () => (await desk.figures()).これから).toBe(0);
  const got = await ledger.reachedBy(words);
  const total = Number(count.replace(/\D/g, ""));
  expect(got.length).toBeGreaterThan(0);
  expect(got.length).toBeLessThan(total);
  expect(await desk.figures()).toMatchObject({
    対象者: total,
    LINEが受け付けた: got.length,
    送らなかった: total - got.length,
  });
});

test("夜間は理由を書かないと申請できない", async () => {
  const { page, desk } = author;
  await desk.begin("通常", `夜のお知らせ ${tag}`);
  await desk.addCondition("保存した対象");
  await desk.chooseSegment("1", SEGMENT);
  await desk.text(1).fill(`夜の工事のお知らせ ${tag}`);
  await desk.chooseClock(tomorrow(), "22:00");
  await expect(page.getByText("21時から7時の間は、理由を書かないと配信できません")).toBeVisible();
  await desk.submit();
  await expect(page.getByRole("alert").filter({ hasText: "理由" })).toBeVisible();
  await desk.sayWhyAtNight();
  await desk.submitted();
  await expect(page.getByText(/夜間\(21時〜7時\)に届きます。理由:/).first()).toBeVisible();
  await page.getByRole("button", { name: "取りやめる" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "取りやめる" }).click();
  await desk.expectState("取りやめ");
});

test("時刻になると数え、60秒待ち、選んだ人のスマホだけに、それぞれの言葉で一度だけ届く", async () => {
  const { page, desk } = approver;
  await desk.open(health);
  await desk.expectState("送信直前", 120_000);
  await expect(page.getByRole("timer")).toHaveText(/あと\d+秒/);
  await expect(page.getByRole("button", { name: "取り消す", exact: true })).toBeVisible();
  await desk.releaseNow();
  await desk.expectState("送信済み");
  reached = (await ledger.reachedBy(JA))
    .concat(await ledger.reachedBy(EN))
    .filter((id) => id !== others.staff);
  expect(reached).toEqual(expect.arrayContaining(everyoneMeant()));
  expect(new Set(reached).size).toBe(reached.length);
  for (const id of Object.values(others)) expect(reached).not.toContain(id);
  expect(`${reached.length}人`).toBe(healthPeople);
  expect(await desk.figures()).toMatchObject({ 対象者: reached.length, LINEが受け付けた: reached.length });

  const phone = await residents.expectTold(meant.ja, JA, 1);
  await phone.expectText("北区役所の3階です");
  await expect(phone.log.getByText(EN)).toHaveCount(0);
  await expect(phone.log.getByText("北区役所の2階です", { exact: true })).toHaveCount(0);
  await residents.expectTold(meant.en, EN, 1);
  await residents.expectTold(meant.en, JA, 0);
  // No Chinese was written: who reads it gets the English words, as the composer said.
  await residents.expectTold(meant.zh[0] ?? "", EN, 1);
  for (const id of [others.elsewhere, others.stopped]) {
    await residents.expectTold(id, JA, 0);
    await residents.expectTold(id, EN, 0);
  }
});

test("訂正は、届いた人だけに一押しで届く", async () => {
  const { page, desk } = author;
  // One who comes after it: fits the rule by now, and yet never had the wrong words.
  const [newcomer = ""] = await residents.add({ name: "あとから来た人", language: "zh-Hant" });
  const since = await Ledger.from(stack);
  await desk.open(health);
  await page.getByRole("button", { name: "訂正を送る" }).click();
  await expect(page.getByText("もとの配信が届いた人と、届いたかもしれない人だけに届きます")).toBeVisible();
  const address = new URL(page.url()).pathname;
  expect(address).not.toBe(health);
  await expect(page.getByRole("timer")).toHaveText(/最初の人に届いてから 0:0\d:\d\d/);
  await expect(
    page.getByRole("button", { name: new RegExp(`承認を申請する.*${healthPeople}`) }),
  ).toBeVisible();
  await desk.submitted();
  await approver.desk.open(address);
  await approver.desk.approve(healthPeople);
  await approver.desk.confirm(`${healthPeople}に配信する`);
  await approver.desk.releaseNow();
  await approver.desk.expectState("送信済み");
  expect(sorted(await since.reachedBy(tag))).toEqual(sorted(reached));
  await residents.expectTold(newcomer, "訂正", 0);
});

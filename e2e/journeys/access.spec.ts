import { expect, test } from "@playwright/test";
import { expectAccessible, expectContrast, expectNoSidewaysScroll } from "../pages/accessible";
import { Console } from "../pages/console";
import { Phone } from "../pages/phone";
import { launchWith } from "../support/browser";
import { builtPaths } from "../support/manifest";
import { personAt, platform } from "../support/people";
import { stackOf } from "../support/stacks";

test.use({ launchOptions: launchWith() });

/** How each page of the build is reached; a page that is not here fails. */
const STATES: Record<string, { signedIn: boolean; paths: string[] }> = {
  "/": { signedIn: true, paths: ["/"] },
  "/account": { signedIn: true, paths: ["/account"] },
  "/analytics": {
    signedIn: true,
    paths: [
      "/analytics?period=90d",
      "/analytics?tab=bot&compare=last-year&table=topics,words",
      "/analytics?tab=reports&period=90d",
      "/analytics?tab=broadcasts&from=2026-01-01&to=2026-01-31",
    ],
  },
  "/audit": { signedIn: true, paths: ["/audit"] },
  "/channel": { signedIn: true, paths: ["/channel"] },
  "/segments": { signedIn: true, paths: ["/segments"] },
  "/broadcasts": { signedIn: true, paths: ["/broadcasts", "/broadcasts?shelf=done"] },
  "/broadcasts/new": { signedIn: true, paths: ["/broadcasts/new"] },
  "/broadcasts/[id]": { signedIn: true, paths: ["DRAFT"] },
  "/bot": { signedIn: true, paths: ["/bot", "/bot?state=review&sort=updated", "/bot?q=zzzz"] },
  "/bot/entries/[key]": { signedIn: true, paths: ["/bot/entries/ENTRY"] },
  "/bot/entries/new": { signedIn: true, paths: ["/bot/entries/new"] },
  "/bot/misses": {
    signedIn: true,
    paths: ["/bot/misses", "/bot/misses?shelf=settled", "/bot/misses?days=7"],
  },
  "/bot/topics": { signedIn: true, paths: ["/bot/topics"] },
  "/bot/try": { signedIn: true, paths: ["/bot/try", "/bot/try?q=%E9%81%BF%E9%9B%A3%E6%89%80"] },
  "/bot/versions": { signedIn: true, paths: ["/bot/versions"] },
  "/garbage": {
    signedIn: true,
    paths: [
      "/garbage",
      "/garbage?tab=categories",
      "/garbage?tab=calendar",
      "/garbage?tab=import",
      "/garbage?tab=changes",
    ],
  },
  "/preferences": { signedIn: true, paths: ["/preferences"] },
  "/menu": { signedIn: true, paths: ["/menu"] },
  "/menu/[mode]": { signedIn: true, paths: ["/menu/normal", "/menu/disaster?tab=2"] },
  "/settings": { signedIn: false, paths: ["/settings"] },
  "/settings/mine": { signedIn: false, paths: ["/settings?as=RESIDENT"] },
  "/staff": { signedIn: true, paths: ["/staff"] },
  "/troubles": { signedIn: true, paths: ["/troubles", "/troubles?events=none"] },
  "/reports": {
    signedIn: true,
    paths: [
      "/reports",
      "/reports?status=done",
      "/reports?q=%E3%81%82%E3%82%8A%E3%81%88%E3%81%AA%E3%81%84%E3%81%93%E3%81%A8%E3%81%B0",
    ],
  },
  "/reports/[number]": { signedIn: true, paths: ["CASE"] },
  "/reports/[number]/print": { signedIn: true, paths: ["CASE/print"] },
  "/sign-in": { signedIn: false, paths: ["/sign-in"] },
  "/welcome": { signedIn: false, paths: ["/welcome", "/welcome?token=wrong"] },
  "/sandbox": { signedIn: false, paths: ["/sandbox", "/sandbox?a="] },
  "/_not-found": { signedIn: false, paths: ["/no-such-page"] },
  "/_global-error": { signedIn: false, paths: [] },
};

test("every page of the build has a state to look at", () => {
  expect(builtPaths().pages).toEqual(Object.keys(STATES).sort());
});

test("axe finds nothing on any page and state, wide, narrow or dark, and nothing is cut off", async ({
  browser,
}) => {
  test.setTimeout(900_000); // some fifty states
  const stack = stackOf("musashino");
  const narrow = { width: 320, height: 640 };
  const out = await personAt(browser, stack, narrow);
  const staff = await personAt(browser, stack, narrow);
  const console_ = await Console.enter(staff.page, stack.appUrl, "admin@demo.example");
  await staff.page.goto("/reports?status=received");
  const first = await staff.page.locator('a[href^="/reports/R"]').first().getAttribute("href");
  await staff.page.goto("/broadcasts/new");
  await staff.page.getByLabel("件名").fill("見出しの確認");
  await staff.page.getByRole("button", { name: "下書きを作る" }).click();
  await staff.page.waitForURL(/\/broadcasts\/[0-9a-f-]{36}$/);
  const draft = new URL(staff.page.url()).pathname;
  const known = await platform<{ residents: { id: string }[] }>(stack, "/residents?limit=1");
  const resident = known.residents[0]?.id ?? "";
  let looked = 0;
  for (const { signedIn, paths } of Object.values(STATES)) {
    const { page } = signedIn ? staff : out;
    for (const path of paths) {
      await page.goto(
        path
          .replace("CASE", (first ?? "").split("?")[0] ?? "")
          .replace("RESIDENT", resident)
          .replace("ENTRY", "shelter")
          .replace("DRAFT", draft),
      );
      if (path.includes("RESIDENT")) await page.waitForURL("**/settings/mine");
      await page
        .getByRole("heading", { level: 1 })
        .or(page.getByRole("region", { name: "電話 A" }))
        .first()
        .waitFor();
      await page.waitForLoadState("networkidle").catch(() => {});
      // Loaded on a phone, then made wider: a page that is right both ways is right at either.
      await expectAccessible(page, `${path} at 320`);
      await expectNoSidewaysScroll(page, `${path} at 320`);
      await page.setViewportSize({ width: 1440, height: 900 });
      await expectAccessible(page, `${path} at 1440`);
      await expectNoSidewaysScroll(page, `${path} at 1440`);
      await page.emulateMedia({ colorScheme: "dark" });
      await expectContrast(page, `${path} in the dark`);
      await page.emulateMedia({ colorScheme: null });
      await page.setViewportSize(narrow);
      looked += 1;
    }
  }
  expect(console_).toBeTruthy();
  console.log(`axe: ${looked} states at 320 and 1440 px, light and dark`);
  await out.context.close();
  await staff.context.close();
});

test("axe finds one pale line in a list where all others look alike", async ({ browser }) => {
  const stack = stackOf("musashino");
  const staff = await personAt(browser, stack);
  await Console.enter(staff.page, stack.appUrl, "admin@demo.example");
  await staff.page.goto("/reports");
  const line = staff.page.getByRole("row").nth(5).locator("time");
  await expectContrast(staff.page, "as it is");
  await line.evaluate((element) => {
    element.style.color = "#c8c8c8";
  });
  await expect(expectContrast(staff.page, "one line pale")).rejects.toThrow(/one line pale: color-contrast/);
  await staff.context.close();
});

test("axe finds nothing on the phone in mid-talk", async ({ browser }) => {
  const stack = stackOf("musashino");
  const resident = await personAt(browser, stack, { width: 360, height: 740 });
  const phone = await Phone.open(resident.page);
  await phone.addResident("読み上げ利用者");
  await phone.say("市民レポート");
  await phone.expectText("危険がありますか");
  await expectAccessible(resident.page, "phone in mid-talk");
  await expectNoSidewaysScroll(resident.page, "phone in mid-talk");
  await resident.context.close();
});

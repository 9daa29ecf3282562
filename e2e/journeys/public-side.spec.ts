import { expect, test } from "@playwright/test";
import { builtActions } from "../support/manifest";
import { personAt, platform } from "../support/people";
import { openPublicSide } from "../support/public-side";
import { stackOf } from "../support/stacks";

test("the receiver alone serves the residents' settings page, and nothing of the console", async ({
  browser,
}) => {
  const stack = stackOf("musashino");
  const side = await openPublicSide(stack);
  try {
    for (const path of [
      "/",
      "/sign-in",
      "/reports",
      "/settings/",
      "/sandbox",
      "/api/reports",
      "/_next/image",
    ])
      expect((await fetch(`${side.url}${path}`)).status, path).toBe(404);
    const actions = builtActions();
    const post = (name: string) =>
      fetch(`${side.url}/settings/mine`, {
        method: "POST",
        headers: {
          "next-action": actions.find((action) => action.name === name)?.id ?? "",
          origin: side.url,
        },
        body: "[]",
      });
    expect((await post("saveSegmentAction")).status).toBe(404);
    expect((await post("changeSettingAction")).status).not.toBe(404);

    const { residents } = await platform<{ residents: { id: string }[] }>(stack, "/residents", {
      name: "公開側の住民",
      language: "ja",
    });
    const id = residents[0]?.id ?? "";
    const { page, context, errors } = await personAt(browser, { ...stack, appUrl: side.url });
    // LINE Login is the sandbox's, which the demo's console stands in front of.
    await context.route("**/sandbox/api/residents/*/id-token", async (route) => {
      const headers = { origin: stack.appUrl, "sec-fetch-site": "same-origin" };
      const url = `${stack.appUrl}/sandbox/api/residents/${id}/id-token`;
      await route.fulfill({ response: await route.fetch({ url, headers }) });
    });
    const opened = await page.goto(`/settings?as=${id}`);
    expect(opened?.headers()["content-security-policy"]).toContain("'strict-dynamic'");
    await page.waitForURL("**/settings/mine");
    await page.getByRole("checkbox", { name: /^妊娠・出産・子育て/ }).check();
    await expect(page.getByText("保存しました")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("checkbox", { name: /^妊娠・出産・子育て/ })).toBeChecked();
    expect(errors).toEqual([]);
    await context.close();
  } finally {
    await side.stop();
  }
});

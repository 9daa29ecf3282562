import { expect, it } from "vitest";
import { shortAddress } from "./short-address";

const kumamoto = { prefecture: "熊本県", name: "熊本市" };

it.each([
  ["熊本県熊本市中央区水前寺5丁目17番", "中央区水前寺5丁目17番"],
  ["日本、〒862-0950 熊本県熊本市中央区水前寺", "中央区水前寺"],
  ["〒8620950 熊本市東区健軍3丁目", "東区健軍3丁目"],
  ["熊本県合志市豊岡", "合志市豊岡"],
  ["水前寺公園の入口", "水前寺公園の入口"],
  ["熊本県熊本市", "熊本市"],
  ["", ""],
])("%s is shown as %s", (address, shown) => expect(shortAddress(address, kumamoto)).toBe(shown));

it("keeps all of it while no city is known", () => {
  expect(shortAddress("熊本県熊本市中央区", null)).toBe("熊本県熊本市中央区");
});

import { expect, it } from "vitest";
import { shortAddress } from "./short-address";

it.each([
  ["熊本県熊本市中央区水前寺5丁目17番", "中央区水前寺5丁目17番"],
  ["日本、〒862-0950 熊本県熊本市中央区水前寺", "中央区水前寺"],
  ["〒8620950 熊本市東区健軍3丁目", "東区健軍3丁目"],
  ["熊本県合志市豊岡", "合志市豊岡"],
  ["東京都武蔵野市吉祥寺本町1", "武蔵野市吉祥寺本町1"],
  ["水前寺公園の入口", "水前寺公園の入口"],
  ["県道28号の橋の下", "県道28号の橋の下"],
  ["熊本県熊本市", "熊本市"],
  ["", ""],
])("%s is shown as %s", (address, shown) => expect(shortAddress(address, "熊本市")).toBe(shown));

it("keeps the city while none is known", () => {
  expect(shortAddress("熊本県熊本市中央区", "")).toBe("熊本市中央区");
});

import { describe, expect, it } from "vitest";
import { type AddressBook, readAddress } from "./address";

const kumamoto: AddressBook = {
  prefecture: "熊本県",
  city: "熊本市",
  neighbours: ["合志市", "菊陽町", "益城町", "宇土市"],
  areas: [
    { key: "chuo", names: ["中央区"] },
    { key: "higashi", names: ["東区"] },
    { key: "minami", names: ["南区", "城南町", "下益城郡城南町"] },
    { key: "kita", names: ["北区", "植木町"] },
  ],
};
const musashino: AddressBook = {
  prefecture: "東京都",
  city: "武蔵野市",
  neighbours: ["三鷹市", "西東京市", "小金井市", "練馬区", "杉並区"],
  areas: [
    "吉祥寺東町",
    "吉祥寺南町",
    "御殿山",
    "吉祥寺本町",
    "吉祥寺北町",
    "中町",
    "西久保",
    "緑町",
    "関前",
    "境",
    "境南町",
  ].map((name) => ({ key: name, names: [name] })),
};

describe("addresses of a city with wards", () => {
  it.each([
    ["熊本県熊本市中央区手取本町1-1", "ours", "chuo"],
    ["日本、〒860-8601 熊本県熊本市中央区手取本町１−１", "ours", "chuo"],
    ["〒860-8601熊本県熊本市中央区", "ours", "chuo"],
    ["日本 〒862-0910 熊本県熊本市東区健軍本町", "ours", "higashi"],
    ["熊本市北区植木町岩野238-1", "ours", "kita"],
    ["熊本市植木町岩野", "ours", "kita"],
    ["熊本県下益城郡城南町舞原", "ours", "minami"],
    ["南区近見8丁目", "ours", "minami"],
    ["熊 本 市 東 区 長嶺南", "ours", "higashi"],
    ["熊本県熊本市", "ours", null],
    ["福岡県福岡市中央区天神1丁目", "other", null],
    ["熊本県菊池郡菊陽町光の森", "other", null],
    ["菊池郡菊陽町光の森", "other", null],
    ["熊本県合志市須屋", "other", null],
    ["熊本県八代市松江城町", "other", null],
    ["宇土市浦田町", "other", null],
    ["東京都千代田区永田町", "other", null],
    ["市役所の前", "unknown", null],
    ["1-1 Tetorihonchō, Chuo Ward, Kumamoto, 860-8601, Japan", "unknown", null],
    ["", "unknown", null],
    ["東区画整理の看板のところ", "ours", "higashi"],
  ])("%s → %s %s", (address, city, areaKey) => {
    expect(readAddress(kumamoto, address)).toEqual({ city, areaKey });
  });
});

describe("addresses of a city with towns", () => {
  it.each([
    ["東京都武蔵野市吉祥寺北町3丁目", "ours", "吉祥寺北町"],
    ["東京都武蔵野市吉祥寺本町１丁目１−１", "ours", "吉祥寺本町"],
    ["武蔵野市境南町2-3-18", "ours", "境南町"],
    ["武蔵野市境２丁目", "ours", "境"],
    ["武蔵野市境五丁目", "ours", "境"],
    ["武蔵野市境", "ours", "境"],
    ["〒180-8777 東京都武蔵野市緑町2丁目2-28", "ours", "緑町"],
    ["武蔵野市中町一丁目", "ours", "中町"],
    ["関前3丁目", "ours", "関前"],
    ["境2-1", "ours", "境"],
    ["武蔵境駅の北口", "unknown", null],
    ["境界の柵", "unknown", null],
    ["東京都武蔵村山市本町1丁目", "other", null],
    ["東京都三鷹市下連雀3丁目", "other", null],
    ["三鷹市井の頭", "other", null],
    ["東京都練馬区立野町", "other", null],
    ["神奈川県横浜市緑町", "other", null],
    ["御殿山のあたり", "unknown", null],
  ])("%s → %s %s", (address, city, areaKey) => {
    expect(readAddress(musashino, address)).toEqual({ city, areaKey });
  });
});
